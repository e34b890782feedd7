/** The forms that may lie over the lane, one at a time. */
export type DialogName =
  | 'refer'
  | 'facts'
  | 'demand'
  | 'decide'
  | 'type-in'
  | 'note'
  | 'stamp'
  | 'print'
  | 'help'
  | 'second'
  | 'undo';
