/** Who may stand in front of a screen (vocabulary E4). A technician never sees a traveller, an officer never sees configuration. */
export const ROLES = [
  'officer',
  'second-line',
  'supervisor',
  'head-of-unit',
  'gate-operator',
  'gate-assistant',
  'technician',
  'watchlist-admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];
