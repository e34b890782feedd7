import type {
  DeviceSettingsView,
  DriverView,
  FoundDevice,
  LogEntry,
  OptionField,
  WireEntry,
} from '../../contract/technician_view.ts';

import type { BoothClient } from '../client/booth_client.ts';

/** The pages of the technician's window. */
export type Page = 'devices' | 'discover' | 'settings' | 'wire' | 'selftest' | 'log';

export type Asked = Awaited<ReturnType<BoothClient['technician']['askDevice']>>;
export type Replayed = Awaited<ReturnType<BoothClient['technician']['replay']>>;
export type Profile = Awaited<ReturnType<BoothClient['technician']['readProfile']>>;

/** A form over the window. */
export type DialogName =
  | 'help'
  | 'close'
  | 'reopen'
  | 'add'
  | 'addByHand'
  | 'skip'
  | 'note'
  | 'asked'
  | 'replayed'
  | 'profile';

export type DeviceSettings = DeviceSettingsView;
export type { DriverView, OptionField };

/** What the window opens with; only the page of examples says more than nothing. */
export interface Opening {
  readonly page?: Page;
  readonly device?: string;
  readonly dialog?: DialogName;
  readonly drivers?: readonly DriverView[];
  readonly settings?: readonly DeviceSettings[];
  /** Typed already, over `settings`. */
  readonly draft?: readonly DeviceSettings[];
  readonly found?: readonly FoundDevice[];
  readonly wire?: readonly WireEntry[];
  readonly log?: readonly LogEntry[];
  readonly asked?: Asked;
  readonly replayed?: Replayed;
  readonly profile?: Profile;
}
