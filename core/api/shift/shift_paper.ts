import type { Counters, HandOver } from '../../domain/shift/shift_file.ts';
import type { ShiftReport } from '../../domain/shift/shift_report.ts';
import type { FormContent } from '../../forms/form_content.ts';
import { codeText, filled, madeAt, momentText, officerText, type Writing } from '../forms/paper_text.ts';
import type { LaneContext } from '../lane_context.ts';
import type { StoredShift } from './shift_desk.ts';

type Rows = readonly (readonly string[])[];

function counters(before: Counters, after: Counters, writing: Writing): Rows {
  const stamps = ({ stampsFrom, stampsTo }: Counters) => `${stampsFrom} – ${stampsTo}`;
  const counted = (['forms', 'seals', 'receipts'] as const).map((name) => [
    codeText('counter', name, writing),
    String(before[name]),
    String(after[name]),
  ]);
  return [[codeText('counter', 'stamps', writing), stamps(before), stamps(after)], ...counted];
}

function counts({ counts: lines }: ShiftReport, writing: Writing): Rows {
  const people = lines.filter(({ citizens, foreigners }) => citizens + foreigners > 0);
  const sum = (of: 'citizens' | 'foreigners') => people.reduce((n, line) => n + line[of], 0);
  const row = (direction: string, outcome: string, citizens: number, foreigners: number) => [
    direction,
    codeText('outcome', outcome, writing),
    ...[citizens, foreigners, citizens + foreigners].map(String),
  ];
  return [
    ...people.map(({ direction, outcome, citizens, foreigners }) =>
      row(codeText('direction', direction, writing), outcome, citizens, foreigners),
    ),
    row('', 'ALL', sum('citizens'), sum('foreigners')),
  ];
}

/** What passed from hand to hand. A silent call is never among the items: an officer has this paper. */
function items({ items: listed, answers }: HandOver, writing: Writing): Rows {
  return listed.map(({ id, kind, subject, state, owner }) => {
    const answer = answers.find(({ item }) => item === id);
    const said = answer === undefined ? 'NONE' : answer.accepted ? 'ACCEPTED' : 'REFUSED';
    return [
      codeText('item', kind, writing),
      kind === 'LIST' ? codeText('list', subject, writing) : subject,
      codeText('itemState', state in (writing.form.codes.itemState ?? {}) ? state : 'other', writing),
      owner ?? '–',
      [codeText('answer', said, writing), answer?.reason ?? ''].filter(Boolean).join(': '),
    ];
  });
}

/** What stands on the closing report of a shift (domain D3.10 point 8); null while it runs. */
export function shiftPaper(
  context: LaneContext,
  { number, lane }: { readonly number: string; readonly lane: string },
  shift: StoredShift,
  writing: Writing,
): FormContent | null {
  const { officer, displayName, startedAt, ended, report, handOver } = shift;
  if (ended === null || report === null) return null;
  const made = madeAt(context, ended.at, writing);
  const unit = (name: string, n: number | null) => (n === null ? '–' : filled(codeText('unit', name, writing), { n }));
  const passed = ended.kind === 'HANDED_OVER';
  return {
    number,
    ...made,
    values: {
      gate: made.gate,
      lane,
      shift: unit('shift', Number(shift.shift)),
      officer: `${officer}, ${displayName}`,
      officerNumber: officerText(officer, writing),
      began: momentText(startedAt, writing),
      ended: momentText(ended.at, writing),
      how: filled(codeText('ended', ended.kind, writing), { to: ended.to ?? '' }),
      to: ended.to ?? '',
      toNumber: ended.to === null ? '' : officerText(ended.to, writing),
      closedAlone: passed ? '' : '1',
      mean: unit('seconds', report.meanSeconds),
      p95: unit('seconds', report.p95Seconds),
      refusals: String(report.refusals),
      entries: `${report.hitsTrue} / ${report.hitsFalse}`,
      overrides: String(report.overrides),
      incidents: String(report.incidents),
      downtime: unit('minutes', report.downtimeMinutes),
      instructions: passed ? (handOver?.instructions ?? '') : '',
    },
    sums: [],
    tables: {
      counters: counters(shift.counters, ended.counters, writing),
      counts: counts(report, writing),
      items: handOver === null || !passed ? [] : items(handOver, writing),
    },
  };
}
