import type { Incident } from '../../domain/incident/incident.ts';
import type { OverstayFile } from '../../domain/overstay/file.ts';
import type { RefusalFile } from '../../domain/refusal/file.ts';
import type { SecondLineFile } from '../../domain/second_line/file.ts';
import type { HandOverItem, ItemKind } from '../../domain/shift/shift_file.ts';
import type { CaseFile, CaseKind } from '../../ports/case_files.ts';
import type { Lane } from '../lane.ts';
import { listViews } from '../lane_memory.ts';

const FILES: readonly (CaseKind & ItemKind)[] = ['REFUSAL', 'OVERSTAY', 'INCIDENT', 'POSTURE'];
type Standing = Pick<HandOverItem, 'state' | 'owner'>;

/** How far an open file has come, and whose it is: an approval that waits belongs to who asked for it. */
function standingOf({ kind, state }: CaseFile): Standing {
  if (kind === 'REFUSAL') {
    const { stage, proposed } = state as unknown as RefusalFile;
    return { state: stage, owner: proposed.by };
  }
  if (kind === 'OVERSTAY') {
    const { stage, opened } = state as unknown as OverstayFile;
    return { state: stage, owner: opened.by };
  }
  return { state: 'OPEN', owner: null };
}

/** A silent call stands with those who receive it; in a list that officers read and sign it would be silent no more. */
export const isForHandOver = ({ kind, state }: CaseFile): boolean =>
  kind !== 'INCIDENT' || (state as unknown as Incident).level === 'LOUD';

const WELL = ['ready', 'busy', 'opening'];

/** Everything that passes from hand to hand now (domain D3.10 point 2). Records are named by number, persons never. */
export async function handOverItems(lane: Lane): Promise<readonly HandOverItem[]> {
  const { context, memory, runner } = lane;
  const now = context.clock.now();
  const item = (
    kind: ItemKind,
    subject: string,
    state: string,
    since: number,
    owner: string | null = null,
  ): HandOverItem => ({ id: `${kind}/${subject}`, kind, subject, state, owner, since });
  const open = runner.state;
  const [referred, backlog] = await Promise.all([context.caseFiles.open('SECOND_LINE'), context.records.backlog()]);
  const waiting = backlog.ok ? backlog.value : memory.backlog;
  const filed = await Promise.all(
    FILES.map(async (kind) => {
      const found = await context.caseFiles.open(kind);
      return (found.ok ? found.value : []).filter(isForHandOver).map((file) => {
        const { state, owner } = standingOf(file);
        return item(kind, file.number, state, file.openedAt, owner);
      });
    }),
  );
  const offline = memory.connection.state === 'OFFLINE';
  return [
    ...(open === null
      ? []
      : [item('OPEN_CASE', open.clearance.recordNumber, open.phase, open.clearance.openedAt, memory.officer?.number)]),
    ...(referred.ok ? referred.value : []).map((file) => {
      const { stage, taken, referred: sent } = file.state as unknown as SecondLineFile;
      return item('SECOND_LINE', file.number, stage, file.openedAt, taken?.by ?? sent.by);
    }),
    ...filed.flat(),
    ...memory.devices
      .filter(({ state }) => !WELL.includes(state))
      .map(({ name, state, since }) => item('DEVICE', name, state, since)),
    ...listViews(memory.lists, now)
      .filter(({ age }) => age !== 'FRESH')
      // Named by kind, as everywhere at the counter: what a list is called inside may say more than a bystander should read.
      .map(({ list, kind, age, asOf }) => ({ ...item('LIST', kind, age, asOf), id: `LIST/${list}` })),
    ...(offline ? [item('CONNECTION', 'OFFLINE', 'OFFLINE', memory.connection.since)] : []),
    ...(waiting > 0 ? [{ ...item('UNSYNCHRONISED', String(waiting), 'WAITING', now), id: 'UNSYNCHRONISED' }] : []),
    ...(memory.service.open ? [] : [item('SERVICE', 'LANE', 'CLOSED', memory.service.since)]),
  ];
}
