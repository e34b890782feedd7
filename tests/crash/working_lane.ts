import { createRouterClient } from '@orpc/server';
import type { LaneView } from '../../contract/lane_view.ts';
import { createBooth, systemClock, systemIds } from '../../core/booth.ts';
import { openSimulatedLane } from '../../native/index.ts';
import { dockOf } from '../../native/simulator/dock.ts';

/**
 * A lane under load, made to be killed: documents are laid without pause, every case is worked to a decision, and everything
 * that a screen would have shown is first written to standard output, a JSON line each.
 */
const directory = process.argv[2] ?? '';
const documents = ['citizen', 'foreigner', 'resembles', 'true-match', 'expired', 'quiet'];

const say = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const simulated = await openSimulatedLane(
  { clock: systemClock, ids: systemIds },
  directory,
  // A paper exchanged in a blink, as no hand can: the reader looks again at once.
  [{ driver: 'elyctis-idbox', name: 'mrz-reader', options: { repeatArmMs: 10 } }],
  { pty: false },
);
// The booth's own timers keep no process alive; its door does, which is not part of this.
setInterval(() => {}, 1000);
const booth = await createBooth({
  dataDirectory: directory,
  demo: true,
  devices: simulated.devices,
  dock: dockOf(simulated),
});
if (!booth.ok) {
  say({ kind: 'failed', code: booth.error.code });
  process.exit(1);
}
const window = { windowId: 'w', role: 'officer' } as const;
const client = createRouterClient(booth.value.router, { context: { window } });
await client.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });

function show(view: LaneView): void {
  const { clearance, lastDecision } = view;
  const shown =
    clearance === null
      ? null
      : { id: clearance.id, recordNumber: clearance.recordNumber, phase: clearance.phase, resumed: clearance.resumed };
  const checks =
    clearance?.checks.filter((check) => check.state !== 'RUNNING' && check.state !== 'WAITING').length ?? 0;
  say({
    kind: 'shown',
    clearance: shown,
    checks,
    answers: clearance?.hits.filter((hit) => hit.answer !== null).length ?? 0,
    lastDecision,
  });
}

let turn = 0;
async function work(view: LaneView): Promise<void> {
  const { clearance } = view;
  if (clearance === null) {
    turn += 1;
    await client.devdock.lay({ document: documents[turn % documents.length] ?? 'citizen' });
    return;
  }
  if (clearance.phase !== 'REVIEW') return;
  const open = clearance.hits.find((hit) => hit.answer === null && hit.exclusion?.standing !== 'HOLDS');
  if (open !== undefined) {
    await client.lane.compare({
      clearance: clearance.id,
      hit: open.hit,
      answer: open.secondPerson === 'NOBODY' ? 'DIFFERENT' : 'SAME',
    });
  } else if (clearance.decisions.clear.open) {
    await client.lane.clear({ clearance: clearance.id });
  } else {
    await client.lane.refer({ clearance: clearance.id, reasons: ['OFFICER_DOUBT'] });
  }
}

let acted = '';
for await (const view of await client.lane.watch()) {
  show(view);
  // The same picture may come twice; a hand moves once for each.
  const { clearance } = view;
  const picture =
    clearance === null
      ? `rest ${view.lastDecision?.recordNumber ?? ''}`
      : `${clearance.id} ${clearance.phase} ${clearance.hits.filter((hit) => hit.answer !== null).length}`;
  if (picture === acted) continue;
  acted = picture;
  await work(view).catch((error: unknown) => say({ kind: 'refused', code: String((error as { code?: string }).code) }));
}
