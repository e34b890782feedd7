import { type ReactNode, useCallback, useState } from 'react';
import type { RulesView } from '../../contract/rules_view.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { said } from '../ui/attention.ts';
import { ConfirmRulesDialog } from './confirm_rules_dialog.tsx';
import { ContextPanel } from './context_panel.tsx';
import { IncomingPanel } from './incoming_panel.tsx';
import type { Opening, Tab } from './opening.ts';
import { RehearsalPanel } from './rehearsal_panel.tsx';
import { RowsPanel } from './rows_panel.tsx';
import { aboutRules } from './rules_attention.ts';
import { TablesPanel } from './tables_panel.tsx';
import { useRuleRows } from './use_rule_rows.ts';
import { useRulesActs, waitingOrder } from './use_rules_acts.ts';
import { type VersionShown, versionsOf } from './versions.ts';
import { VersionsPanel } from './versions_panel.tsx';

/** As many crossings as a large gate counts in some weeks. */
const LAST = 1_000_000;

const LOADING = said('running', 'run', 'rules.head.loading', 'rules.head.loading.detail');

/** The table so many places on; the ends hold. */
function neighbour(tables: RulesView['tables'], table: string | null, step: number): string | null {
  const place = tables.findIndex((one) => one.table === table) + step;
  return tables[Math.max(0, Math.min(tables.length - 1, place))]?.table ?? null;
}

const askedRows = (version: VersionShown | null, table: string | null) =>
  version === null || table === null ? null : { version: version.version, table };

/** The law in this booth: versions on the left; tables, rules, rehearsal or packages in the middle; what is open on the right. */
export function RulesScreen({
  booth,
  me,
  client,
  close,
  view,
  opening = {},
}: DeskPageProps & { view: RulesView | null; opening?: Opening }) {
  const t = useText();
  const { count } = useFormats();
  const [tab, show] = useState<Tab>(opening.tab ?? 'tables');
  const [named, name] = useState<string | null>(opening.version ?? null);
  const [tableNamed, nameTable] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(opening.confirming === true ? (view?.order?.id ?? null) : null);
  const [last, setLast] = useState(LAST);
  const versions = versionsOf(view);
  const version = versions.find((one) => one.version === named) ?? versions[0] ?? null;
  const tables = view?.tables ?? [];
  const table = (tables.find((one) => one.table === tableNamed) ?? tables[0])?.table ?? null;
  const asked = tab === 'rows' ? askedRows(version, table) : null;
  const { rows, error: rowsError } = useRuleRows(client, asked, opening.rows ?? null);
  const order = waitingOrder(view);
  const confirm = useCallback(() => setConfirming(order?.id ?? null), [order?.id]);
  const { acts, error } = useRulesActs({ client, view, version, tab, last, show, confirm });
  const move = (step: number) => nameTable(neighbour(tables, table, step));
  const work: Record<Tab, ReactNode> = {
    tables: <TablesPanel tables={tables} chosen={table} onChoose={nameTable} />,
    rows: <RowsPanel table={table} version={version?.version ?? ''} rows={rows} />,
    rehearsal: <RehearsalPanel rehearsal={view?.rehearsal ?? null} last={last} onLast={setLast} />,
    incoming: (
      <IncomingPanel
        client={client}
        opening={opening.files ?? null}
        mayChange={view?.mayChange ?? false}
        timeZone={booth.lane.timeZone}
      />
    ),
  };
  return (
    <DeskFrame
      booth={booth}
      me={me}
      client={client}
      attention={view === null ? LOADING : aboutRules(view, t, count)}
      error={error ?? rowsError}
      left={<VersionsPanel view={view} chosen={version?.version ?? null} onChoose={name} />}
      context={<ContextPanel view={view} version={version} timeZone={booth.lane.timeZone} />}
      acts={acts}
      keys={[['↑ ↓', 'rules.key.choose']]}
      move={move}
      back={close}
    >
      {work[tab]}
      {order !== null && order.id === confirming && (
        <ConfirmRulesDialog
          order={order}
          rehearsal={view?.rehearsal ?? null}
          client={client}
          timeZone={booth.lane.timeZone}
          onClose={() => setConfirming(null)}
        />
      )}
    </DeskFrame>
  );
}
