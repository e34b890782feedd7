import { useMemo, useState } from 'react';
import type { RulesView } from '../../contract/rules_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { DeskAct, DeskActs } from '../desk/desk_act.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { type Translate, useText } from '../i18n/text.tsx';
import type { Tab } from './opening.ts';
import type { VersionShown } from './versions.ts';

const TABS = [
  ['F2', 'tables'],
  ['F3', 'rows'],
  ['F4', 'rehearsal'],
  ['F5', 'incoming'],
] as const;

/** The bar of the page, and why what is refused was refused. */
export function useRulesActs({
  client,
  view,
  version,
  tab,
  last,
  show,
  confirm,
}: {
  client: BoothClient;
  view: RulesView | null;
  version: VersionShown | null;
  tab: Tab;
  last: number;
  show(tab: Tab): void;
  confirm(): void;
}): { readonly acts: DeskActs; readonly error: Sentence | null } {
  const t = useText();
  const [error, setError] = useState<Sentence | null>(null);
  const acts = useMemo((): DeskActs => {
    const run: Run = (call) => {
      setError(null);
      call.catch((problem: unknown) => setError(sentenceOf(problem)));
    };
    const bar: Bar = { t, client, run, view, version };
    return {
      tools: [...tabTiles(bar, tab, show), rehearseTile(bar, last, show)],
      decisions: [discardAct(bar), returnAct(bar)],
      closing: waitingOrder(view) === null ? orderAct(bar) : confirmAct(bar, confirm),
      subject: waitingOrder(view)?.id ?? version?.version ?? null,
    };
  }, [client, view, version, tab, last, show, confirm, t]);
  return { acts, error };
}

type Run = (call: Promise<unknown>) => void;

/** What every act of the bar is made from. */
interface Bar {
  readonly t: Translate;
  readonly client: BoothClient;
  readonly run: Run;
  readonly view: RulesView | null;
  readonly version: VersionShown | null;
}

/** The change that waits for the head of unit, or null. */
export const waitingOrder = (view: RulesView | null) => (view?.order?.phase === 'WAITING' ? view.order : null);
const mayChange = ({ view }: Bar): boolean => view?.mayChange ?? false;

function tabTiles(bar: Bar, tab: Tab, show: (tab: Tab) => void): DeskAct[] {
  return TABS.map(([cap, name]) => ({
    cap,
    label: bar.t(`rules.tool.${name}`),
    open: name !== 'incoming' || mayChange(bar),
    detail: bar.t('rules.act.order.right'),
    pressed: tab === name,
    testId: `rules-${name}`,
    run: () => show(name),
  }));
}

function rehearseTile({ t, client, run, view, version }: Bar, last: number, show: (tab: Tab) => void): DeskAct {
  const running = view?.rehearsal?.phase === 'RUNNING' ? view.rehearsal : null;
  return {
    cap: 'F6',
    label: t(running === null ? 'rules.tool.start' : 'rules.tool.stop'),
    open: running !== null || (version !== null && last > 0),
    detail: t('rules.tool.start.why'),
    testId: 'rehearse',
    run: () => {
      show('rehearsal');
      if (running !== null) run(client.rules.stopRehearsal({ rehearsal: running.id }));
      else if (version !== null) run(client.rules.rehearse({ version: version.version, last }));
    },
  };
}

function discardAct(bar: Bar): DeskAct {
  const { t, client, run } = bar;
  const waits = waitingOrder(bar.view);
  return {
    cap: 'F8',
    label: t('rules.act.discard'),
    detail: waits === null ? t('rules.act.discard.none') : waits.version,
    open: mayChange(bar) && waits !== null,
    testId: 'discard',
    run: () => {
      if (waits !== null) run(client.rules.discard({ change: waits.id }));
    },
  };
}

function returnAct(bar: Bar): DeskAct {
  const { t, client, run, view } = bar;
  const before = view?.before ?? null;
  const why = before === null ? t('rules.act.return.none') : t('rules.act.return.detail');
  return {
    cap: 'F9',
    label: t('rules.act.return'),
    detail: mayChange(bar) ? why : t('rules.act.order.right'),
    open: mayChange(bar) && before !== null && waitingOrder(view) === null,
    testId: 'return',
    run: () => run(client.rules.order({ version: null })),
  };
}

function confirmAct(bar: Bar, confirm: () => void): DeskAct {
  return {
    cap: 'F12',
    label: bar.t('rules.act.confirm'),
    detail: bar.t(mayChange(bar) ? 'rules.act.confirm.detail' : 'rules.act.order.right'),
    open: mayChange(bar),
    testId: 'confirm',
    run: confirm,
  };
}

function orderAct(bar: Bar): DeskAct {
  const { t, client, run, version } = bar;
  const chosen = version?.place === 'waiting' ? version.version : null;
  const what = chosen === null ? t('rules.act.order.choose') : t('rules.act.order.detail', { version: chosen });
  return {
    cap: 'F12',
    label: t('rules.act.order'),
    detail: mayChange(bar) ? what : t('rules.act.order.right'),
    open: mayChange(bar) && chosen !== null,
    testId: 'order',
    run: () => {
      if (chosen !== null) run(client.rules.order({ version: chosen }));
    },
  };
}
