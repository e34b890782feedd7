/** The forms that may lie over the lane, one at a time. */
export type DialogName = 'refer' | 'refuse' | 'type-in' | 'note' | 'help' | 'second' | 'undo';
