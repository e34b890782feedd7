/** Every state of the shift, by name. */
export const SHIFT_EXAMPLES: Readonly<Record<string, { readonly kind: 'desk'; readonly keys?: readonly string[] }>> = {
  'shift-none': { kind: 'desk' },
  'shift-begin': { kind: 'desk' },
  'shift-running': { kind: 'desk' },
  'shift-handing-over': { kind: 'desk' },
  'shift-ready': { kind: 'desk' },
  'shift-other': { kind: 'desk' },
};
