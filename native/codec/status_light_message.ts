/** A colour as three bytes. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Luxafor (04d8:f372): output reports. `leds`: 255 all, 65 back, 66 front, 1 to 6 one. */
export type LuxaforCommand =
  | ({ readonly type: 'luxafor-steady'; readonly leds: number } & Rgb)
  | ({ readonly type: 'luxafor-fade'; readonly leds: number; readonly speed: number } & Rgb);

/**
 * blink(1) (27b8:01ed): feature report 1. Times in steps of 10 ms. `fade` and `set` reach one LED or all (0). The device answers
 * `get-version` and `get-line`, and anything else by repeating it.
 */
export type Blink1Message =
  | ({ readonly type: 'blink1-fade'; readonly steps: number; readonly led: number } & Rgb)
  | ({ readonly type: 'blink1-set'; readonly led: number } & Rgb)
  /** A line of the pattern, in memory that the next power-off clears. */
  | ({ readonly type: 'blink1-line'; readonly steps: number; readonly line: number } & Rgb)
  | ({ readonly type: 'blink1-get-line'; readonly steps: number; readonly line: number } & Rgb)
  /** Without the next such message in time it plays the lines from `first` to `last`. Without `keep` it goes dark at once. */
  | {
      readonly type: 'blink1-watchdog';
      readonly on: boolean;
      readonly steps: number;
      readonly keep: boolean;
      readonly first: number;
      readonly last: number;
    }
  /** Asked with zeros; answered with the two digits as characters. */
  | { readonly type: 'blink1-version'; readonly major: number; readonly minor: number };

/** BlinkStick (20a0:41e5): feature reports 1 and 5. */
export type BlinkStickCommand =
  | ({ readonly type: 'blinkstick-colour' } & Rgb)
  | ({ readonly type: 'blinkstick-led'; readonly channel: number; readonly led: number } & Rgb);

export type StatusLightMessage = LuxaforCommand | Blink1Message | BlinkStickCommand;
