import { useLayoutEffect, useRef } from 'react';
import type { HitView } from '../../../contract/hit_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { isBrowserKey, isTyping, nameOf } from '../../ui/key_names.ts';
import type { DialogName } from '../dialogs/dialog_name.ts';
import { asksDestination } from '../law/destination_question.tsx';
import { isToldApart } from '../told_apart.ts';
import type { Commands } from '../use_commands.ts';
import type { Selection } from '../use_selection.ts';
import type { WorkPage } from '../use_work_page.ts';
import { typedAlone } from './typed_alone.ts';

interface LaneKeys {
  readonly lane: LaneView;
  readonly dialog: DialogName | null;
  setDialog(dialog: DialogName | null): void;
  readonly commands: Commands;
  readonly selection: Selection;
  readonly work: WorkPage;
  clear(): void;
  /** First the page of the law, then, on that page, the form that states a fact. */
  papers(): void;
  /** Confirms what the posture asks for next. */
  meetDemand(): void;
  answer(hit: HitView, answer: NonNullable<HitView['answer']>): void;
}

const ANSWERS: Record<string, NonNullable<HitView['answer']>> = { '1': 'SAME', '2': 'DIFFERENT', '3': 'CANNOT_DECIDE' };
type Action = (keys: LaneKeys) => void;

const refer: Action = ({ lane, setDialog }) => {
  if (lane.clearance?.decisions.refer.open === true) setDialog('refer');
};
/** In a case the proposal; between cases the head of unit's decision on the one that waits longest. */
const refuse: Action = ({ lane, work, setDialog }) => {
  if (lane.clearance === null && lane.proposals.length > 0) return setDialog('decide');
  if (lane.clearance?.decisions.proposeRefusal.open === true) work.propose(!work.proposing);
};
const back: Action = ({ selection, work }) => {
  if (selection.comparing) selection.toggleComparing();
  else if (work.proposing) work.propose(false);
  else work.show('CHECKS');
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
  F6: ({ lane, papers }) => {
    if (lane.clearance !== null) papers();
  },
  F7: ({ selection }) => selection.toggleComparing(),
  F8: refer,
  F9: refuse,
  F10: note,
  F12: ({ clear }) => clear(),
  ArrowDown: ({ selection }) => selection.move(1),
  ArrowUp: ({ selection }) => selection.move(-1),
  'Alt+ArrowDown': ({ selection }) => selection.nextOpenPoint(),
  Escape: back,
  'Ctrl+e': ({ meetDemand }) => meetDemand(),
  'Ctrl+1': ({ work }) => work.show('CHECKS'),
  'Ctrl+p': ({ lane, setDialog }) => {
    if (lane.paper !== null) setDialog('print');
  },
  'Ctrl+l': ({ commands }) => commands.lock(),
  'Ctrl+u': undo,
};

/** What a number key answers: the comparison on screen, else whether the destination admits. Null where it answers nothing. */
function answerOf(name: string, { lane, selection, commands, answer }: LaneKeys): (() => void) | null {
  const said = ANSWERS[name];
  if (!selection.comparing && (name === '1' || name === '2') && asksDestination(lane.clearance?.law ?? null)) {
    return () => commands.state({ destinationAdmission: name === '1' });
  }
  const { hit } = selection;
  if (said === undefined || !selection.comparing || hit === null || isToldApart(hit)) return null;
  return () => answer(hit, said);
}

/** Held down it counts once; only the arrows go on. */
const isHeld = (event: KeyboardEvent): boolean => event.repeat && !event.key.startsWith('Arrow');

/** What is typed into an open panel belongs to it. */
const writes = (name: string, target: EventTarget | null): boolean =>
  isTyping(target) && (name.length === 1 || name.startsWith('Arrow'));

function act(event: KeyboardEvent, name: string, keys: LaneKeys): void {
  const action = ACTIONS[name];
  if (action === undefined) return;
  event.preventDefault();
  action(keys);
}

/** Listens to the keys of the lane, once, on key-down, never repeated. Enter is not among them. */
export function useLaneKeys(keys: LaneKeys): void {
  const { toggleTheme } = usePreferences();
  const latest = useRef(keys);
  latest.current = keys;
  // Before the picture is painted: who sees the screen can use its keys.
  useLayoutEffect(() => {
    const alone = typedAlone((ms, run) => {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    });
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isBrowserKey(name)) event.preventDefault();
      if (isHeld(event)) return;
      if (name === 'Ctrl+d') return toggleTheme();
      const present = latest.current;
      // An open form takes the keys; only locking goes through it.
      if (present.dialog !== null && name !== 'Ctrl+l') return;
      if (writes(name, event.target)) return;
      if (name.length === 1) return alone.typed(event.timeStamp, answerOf(name, present));
      act(event, name, present);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
