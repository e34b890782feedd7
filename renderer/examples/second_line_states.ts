/** A state of the second line: what the booth refuses, and what is pressed before anyone looks. */
interface SecondLineExample {
  readonly kind: 'desk';
  readonly refusal?: { readonly code: string; readonly data: Record<string, unknown> };
  readonly askedBy?: string;
  readonly keys?: readonly string[];
}

/** Every state of the second line and of the silent messages, by name. */
export const SECOND_LINE_EXAMPLES: Readonly<Record<string, SecondLineExample>> = {
  'second-loading': { kind: 'desk' },
  'second-queue': { kind: 'desk' },
  'second-queue-empty': { kind: 'desk' },
  'second-queue-refused': { kind: 'desk', refusal: { code: 'CASE_REFUSED', data: { why: 'LOCKED' } }, askedBy: 'F5' },
  'second-queued': { kind: 'desk' },
  'second-taken': { kind: 'desk' },
  'second-locked': { kind: 'desk' },
  'second-locked-supervisor': { kind: 'desk' },
  'second-law': { kind: 'desk' },
  'second-interview': { kind: 'desk' },
  'second-interview-empty': { kind: 'desk' },
  'second-compare': { kind: 'desk' },
  'second-compare-two': { kind: 'desk' },
  'second-compare-long': { kind: 'desk' },
  'second-compare-none': { kind: 'desk' },
  'second-owner': { kind: 'desk' },
  'second-owner-late': { kind: 'desk' },
  'second-indicators': { kind: 'desk' },
  'second-decide': { kind: 'desk' },
  'second-closed': { kind: 'desk' },
  'second-refuse': { kind: 'desk', keys: ['F8'] },
  'second-hand-over': { kind: 'desk', keys: ['F9'] },
  silent: { kind: 'desk' },
  'silent-none': { kind: 'desk' },
};
