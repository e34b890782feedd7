import type { AdvanceView, ExpectedPeopleView, FlightView } from '../../contract/advance_view.ts';
import { FLIGHTS_A_PAGE, PEOPLE_A_PAGE } from '../../contract/advance_view.ts';
import type { DeskAct, DeskActs } from '../desk/desk_act.ts';
import type { Translate } from '../i18n/text.tsx';
import { shortName } from './advance_words.ts';
import { neighbourPage } from './flight_question.ts';

export type AdvanceTab = 'flights' | 'people' | 'files';

/** What the bar of the page is made from. */
export interface AdvanceBar {
  readonly t: Translate;
  readonly view: AdvanceView | null;
  readonly tab: AdvanceTab;
  readonly flight: FlightView | null;
  readonly people: ExpectedPeopleView | null;
  /** The file that is chosen in the drop folder. */
  readonly file: string | null;
  show(tab: AdvanceTab): void;
  /** Leads the list that is shown to its row. */
  lead(offset: number): void;
  take(): void;
  stop(): void;
}

const isTaking = (view: AdvanceView | null): boolean => view?.taking?.phase === 'TAKING';

function pageTile({ t, view, tab, people, lead }: AdvanceBar, step: -1 | 1): DeskAct {
  const [shown, page] = tab === 'people' ? [people, PEOPLE_A_PAGE] : [view, FLIGHTS_A_PAGE];
  const next = shown === null || tab === 'files' ? null : neighbourPage(shown, page, step);
  return {
    cap: step < 0 ? 'F5' : 'F6',
    label: t(step < 0 ? 'advance.tool.previous' : 'advance.tool.next'),
    detail: t('advance.tool.page.why'),
    open: next !== null,
    testId: step < 0 ? 'page-before' : 'page-after',
    run: () => {
      if (next !== null) lead(next);
    },
  };
}

function tabTile({ t, tab, show }: AdvanceBar, cap: string, name: AdvanceTab, open: boolean, why = ''): DeskAct {
  return {
    cap,
    label: t(`advance.tool.${name}`),
    detail: why,
    open,
    pressed: tab === name,
    testId: `advance-${name}`,
    run: () => show(name),
  };
}

function takeAct({ t, view, file, take }: AdvanceBar): DeskAct {
  const busy = isTaking(view);
  return {
    cap: 'F12',
    label: t('advance.act.take'),
    detail: busy ? t('advance.act.take.underWay') : file === null ? t('advance.act.take.choose') : shortName(file),
    open: !busy && file !== null,
    testId: 'take-file',
    run: take,
  };
}

/** The bar of the page. Who may not see people, or not bring files, has no tile for it. */
export function advanceActs(bar: AdvanceBar): DeskActs {
  const { t, view, flight, stop, file } = bar;
  const mayBring = view?.mayBring === true;
  const tools = [
    tabTile(bar, 'F2', 'flights', true),
    ...(view?.maySeePeople === true
      ? [tabTile(bar, 'F3', 'people', flight !== null, t('advance.tool.people.why'))]
      : []),
    ...(mayBring ? [tabTile(bar, 'F4', 'files', true)] : []),
    pageTile(bar, -1),
    pageTile(bar, 1),
  ];
  const stopTile: DeskAct = {
    cap: 'F7',
    label: t('advance.tool.stop'),
    detail: t('advance.tool.stop.why'),
    open: isTaking(view),
    testId: 'stop-taking',
    run: stop,
  };
  return {
    tools: mayBring ? [...tools, stopTile] : tools,
    decisions: [],
    closing: mayBring ? takeAct(bar) : null,
    subject: file,
  };
}
