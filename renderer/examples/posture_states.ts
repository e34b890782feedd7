/** Every state of the desk page of postures, by name. */
export const POSTURE_EXAMPLES: Readonly<Record<string, { readonly kind: 'desk' }>> = {
  posture: { kind: 'desk' },
  'posture-loading': { kind: 'desk' },
  'posture-normal': { kind: 'desk' },
  'posture-planned': { kind: 'desk' },
  'posture-several': { kind: 'desk' },
  'posture-set': { kind: 'desk' },
  'posture-end': { kind: 'desk' },
};
