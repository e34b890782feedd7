/** Every state of the desk of expected passengers, by name. */
export const ADVANCE_EXAMPLES: Readonly<
  Record<
    string,
    {
      readonly kind: 'desk';
      readonly refusal?: { readonly code: string; readonly data: Record<string, unknown> };
      readonly askedBy?: string;
    }
  >
> = {
  'advance-loading': { kind: 'desk' },
  'advance-flights': { kind: 'desk' },
  'advance-officer': { kind: 'desk' },
  'advance-no-airport': { kind: 'desk' },
  'advance-none': { kind: 'desk' },
  'advance-none-found': { kind: 'desk' },
  'advance-problem': { kind: 'desk' },
  'advance-offline': { kind: 'desk' },
  'advance-people': { kind: 'desk' },
  'advance-people-reading': { kind: 'desk' },
  'advance-people-over': { kind: 'desk' },
  'advance-people-none': { kind: 'desk' },
  'advance-files': { kind: 'desk' },
  'advance-files-none': { kind: 'desk' },
  'advance-form': { kind: 'desk' },
  'advance-taking': { kind: 'desk' },
  'advance-done': { kind: 'desk' },
  'advance-failed': { kind: 'desk' },
  'advance-cancelled': { kind: 'desk' },
  'advance-refused': { kind: 'desk', refusal: { code: 'STORE_FAILED', data: { code: 'STORE_FULL' } }, askedBy: 'F7' },
};
