/** Every state of the desk of decided cases, by name. */
export const REPLAY_EXAMPLES: Readonly<Record<string, { readonly kind: 'desk' }>> = {
  'replay-search': { kind: 'desk' },
  'replay-search-document': { kind: 'desk' },
  'replay-found': { kind: 'desk' },
  'replay-found-none': { kind: 'desk' },
  'replay-case': { kind: 'desk' },
  'replay-start': { kind: 'desk' },
  'replay-end': { kind: 'desk' },
  'replay-papers': { kind: 'desk' },
  'replay-remark': { kind: 'desk' },
  'replay-export': { kind: 'desk' },
  'replay-broken': { kind: 'desk' },
  'replay-other-today': { kind: 'desk' },
  'replay-no-law': { kind: 'desk' },
  'replay-long-name': { kind: 'desk' },
};
