/** Every key of the lane, with what it does, for the help. */
export const LANE_KEYS = [
  ['F2', 'help.F2'],
  ['F5', 'help.F5'],
  ['F7', 'help.F7'],
  ['F8', 'help.F8'],
  ['F9', 'help.F9'],
  ['F10', 'help.F10'],
  ['F12', 'help.F12'],
  ['↑ ↓', 'help.arrows'],
  ['Alt ↓', 'help.altDown'],
  ['1 2 3', 'help.numbers'],
  ['Esc', 'help.esc'],
  ['Ctrl U', 'help.ctrlU'],
  ['Ctrl L', 'help.ctrlL'],
  ['Ctrl D', 'help.ctrlD'],
] as const;
