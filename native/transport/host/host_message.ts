import type { Result } from '../../../core/domain/result.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { SerialLine } from '../transport.ts';

/** The native libraries; each has a process of its own, so that a crash takes its own kind only. */
export const LIBRARIES = ['serial', 'hid', 'pcsc'] as const;
export type Library = (typeof LIBRARIES)[number];

/** What a transport can be asked for. A chip's way has a handle like a transport. */
export type HandleAct =
  | { readonly act: 'write'; readonly bytes: Uint8Array }
  | { readonly act: 'send-feature'; readonly bytes: Uint8Array }
  | { readonly act: 'get-feature'; readonly id: number; readonly length: number }
  | { readonly act: 'last-words'; readonly bytes: Uint8Array | null }
  | { readonly act: 'open-chip'; readonly chip: number }
  | { readonly act: 'transmit'; readonly bytes: Uint8Array }
  | { readonly act: 'close' };

/** What the booth asks of the process with the library. The asker chooses the handles. */
export type HostAct =
  | { readonly act: 'list' }
  | { readonly act: 'open'; readonly handle: number; readonly path: string; readonly line: SerialLine | null }
  | (HandleAct & { readonly handle: number });

export type HostRequest =
  | (HostAct & { readonly question: number })
  /** So many bytes of a handle were taken: as many may follow. */
  | { readonly act: 'taken'; readonly handle: number; readonly bytes: number };

/** What that process says. */
export type HostReply =
  | { readonly kind: 'answer'; readonly question: number; readonly result: Result<unknown, DeviceProblem> }
  /** Bytes of a serial line, or one report. */
  | { readonly kind: 'heard'; readonly handle: number; readonly bytes: Uint8Array }
  | { readonly kind: 'lost'; readonly handle: number; readonly problem: DeviceProblem }
  | { readonly kind: 'chip'; readonly handle: number; readonly atr: Uint8Array | null };
