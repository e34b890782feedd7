import { useLayoutEffect, useRef } from 'react';
import type { HitView } from '../../../contract/hit_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { isBrowserKey, nameOf } from '../../ui/key_names.ts';
import type { DialogName } from '../dialogs/dialog_name.ts';
import { isToldApart } from '../told_apart.ts';
import type { Commands } from '../use_commands.ts';
import type { Selection } from '../use_selection.ts';

interface LaneKeys {
  readonly lane: LaneView;
  readonly dialog: DialogName | null;
  setDialog(dialog: DialogName | null): void;
  readonly commands: Commands;
  readonly selection: Selection;
  clear(): void;
  answer(hit: HitView, answer: NonNullable<HitView['answer']>): void;
}

const ANSWERS: Record<string, NonNullable<HitView['answer']>> = { '1': 'SAME', '2': 'DIFFERENT', '3': 'CANNOT_DECIDE' };
type Action = (keys: LaneKeys) => void;

const refer: Action = ({ lane, setDialog }) => {
  if (lane.clearance?.decisions.refer.open === true) setDialog('refer');
};
const refuse: Action = ({ lane, setDialog }) => {
  if (lane.clearance?.decisions.proposeRefusal.open === true) setDialog('refuse');
};
const note: Action = ({ lane, setDialog }) => {
  if (lane.clearance !== null) setDialog('note');
};

/** Only what stands before the officer's eyes is taken back. */
const undo: Action = ({ selection, setDialog }) => {
  if (selection.comparing && selection.hit !== null && isToldApart(selection.hit)) setDialog('undo');
};

/** What each key does; the table of the help pane, in code. */
const ACTIONS: Record<string, Action> = {
  F1: ({ setDialog }) => setDialog('help'),
  F2: ({ commands }) => commands.reread(),
  F5: ({ setDialog }) => setDialog('type-in'),
  F7: ({ selection }) => selection.toggleComparing(),
  F8: refer,
  F9: refuse,
  F10: note,
  F12: ({ clear }) => clear(),
  ArrowDown: ({ selection }) => selection.move(1),
  ArrowUp: ({ selection }) => selection.move(-1),
  'Alt+ArrowDown': ({ selection }) => selection.nextOpenPoint(),
  Escape: ({ selection }) => {
    if (selection.comparing) selection.toggleComparing();
  },
  'Ctrl+l': ({ commands }) => commands.lock(),
  'Ctrl+u': undo,
};

function answered(name: string, { selection, answer }: LaneKeys): boolean {
  const said = ANSWERS[name];
  if (said === undefined || !selection.comparing || selection.hit === null) return false;
  if (!isToldApart(selection.hit)) answer(selection.hit, said);
  return true;
}

/** Listens to the keys of the lane, once, on key-down, never repeated. Enter is not among them. */
export function useLaneKeys(keys: LaneKeys): void {
  const { toggleTheme } = usePreferences();
  const latest = useRef(keys);
  latest.current = keys;
  // Before the picture is painted: who sees the screen can use its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isBrowserKey(name)) event.preventDefault();
      if (event.repeat && !name.startsWith('Arrow')) return;
      if (name === 'Ctrl+d') return toggleTheme();
      const present = latest.current;
      // An open form takes the keys; only locking goes through it.
      if (present.dialog !== null && name !== 'Ctrl+l') return;
      if (answered(name, present)) return;
      const action = ACTIONS[name];
      if (action === undefined) return;
      event.preventDefault();
      action(present);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
