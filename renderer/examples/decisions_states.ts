/** Every state of the desk page of refusals and overstays, by name. */
export const DECISIONS_EXAMPLES: Readonly<Record<string, { readonly kind: 'desk' }>> = {
  decisions: { kind: 'desk' },
  'decisions-loading': { kind: 'desk' },
  'decisions-none': { kind: 'desk' },
  'decisions-refusal': { kind: 'desk' },
  'decisions-refusal-waits': { kind: 'desk' },
  'decisions-refused': { kind: 'desk' },
  'decisions-long': { kind: 'desk' },
  'decisions-overstay': { kind: 'desk' },
  'decisions-unpaid': { kind: 'desk' },
  'decisions-decide': { kind: 'desk' },
  'decisions-measure': { kind: 'desk' },
  'decisions-payment': { kind: 'desk' },
  'decisions-reverse': { kind: 'desk' },
  'decisions-print': { kind: 'desk' },
  'decisions-error': { kind: 'desk' },
};
