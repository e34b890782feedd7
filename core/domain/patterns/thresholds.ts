/** From which numbers on an indicator is shown; the numbers and their reasons are data (resources/patterns). Days and minutes where said. */
export interface Thresholds {
  /** Weaker indicators are not shown. */
  readonly shownFrom: number;
  /** Lines of evidence of one indicator, at most. */
  readonly evidence: number;
  /** Age in years below which a traveller is a child. */
  readonly childAge: number;
  /** States whose people live at the land border, ICAO codes; the booth's own included. */
  readonly atTheBorder: readonly string[];
  /**
   * Many first entries and many nationalities weigh `withoutTrouble` only, while the lower bound of the share of troubled
   * parties stays below `trouble`: a school, a building site, an agency and an inn look just the same.
   */
  readonly crowd: { readonly trouble: number; readonly withoutTrouble: number };
  /** At least so many troubled parties; strength runs from `floor` to `full` of the lower bound of their share. */
  readonly shared: Readonly<Record<'sponsor' | 'phone' | 'address' | 'group' | 'companion', SharedThreshold>>;
  readonly firstEntries: {
    readonly windowDays: number;
    /** Parties in the window: strength runs from the first number to the second. */
    readonly parties: readonly [number, number];
    /** Their share of all parties of the sponsor, at least. */
    readonly share: number;
  };
  readonly mixedPhone: MixedThreshold;
  readonly mixedAddress: MixedThreshold;
  readonly sameDay: {
    readonly windowDays: number;
    readonly days: readonly [number, number];
    /** The same for those who live at the border. */
    readonly localDays: readonly [number, number];
  };
  readonly itinerary: { readonly minutesBetweenGates: number };
  readonly child: { readonly daysBehind: number; readonly trips: readonly [number, number] };
}

export interface SharedThreshold {
  readonly parties: number;
  readonly floor: number;
  readonly full: number;
}

export interface MixedThreshold {
  /** More persons than this are an agency, a company or an inn. */
  readonly mostPersons: number;
  readonly parties: number;
  /** Nationalities: strength runs from the first number to the second. */
  readonly nationalities: readonly [number, number];
}

/** 0 at `from` or less, 1 at `to` or more. Where a single step is meant, `from` is one below it. */
export function ramp(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
