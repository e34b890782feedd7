/** Every state of the panel of signs from earlier crossings, by name. */
export const PATTERNS_EXAMPLES: Readonly<Record<string, { readonly kind: 'desk' }>> = {
  'patterns-ring': { kind: 'desk' },
  'patterns-none': { kind: 'desk' },
  'patterns-loading': { kind: 'desk' },
  'patterns-failed': { kind: 'desk' },
};
