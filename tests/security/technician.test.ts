import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLogged } from '../../core/api/technician/maintenance_log.ts';
import { EVENTS } from '../../core/domain/audit/events.ts';
import documents from '../../resources/demo/documents.json' with { type: 'json' };
import { READER, type TechnicianLane, technicianLane } from '../devices/technician_lane.ts';
import { contractCalls } from './support/contract_calls.ts';

/**
 * A technician signs in at a booth full of a traveller: a clearance is open with a hit, another was decided, a document was
 * read, typed and searched. Every call of the whole contract is made; none may answer with anything of it.
 */

const HIT = 'resembles';
const DECIDED = 'foreigner';
const linesOf = (id: string): string[] => documents.find((one) => one.id === id)?.lines ?? [];

/** Everything by which these travellers could be told: names, numbers, dates, whole lines. */
function secretsOf(id: string): string[] {
  const [first = '', second = ''] = linesOf(id);
  const names = first
    .slice(5)
    .split(/<+/)
    .filter((part) => part.length > 2);
  const number = second.slice(0, 9).replaceAll('<', '');
  return [first, second, ...names, number, second.slice(13, 20), second.slice(21, 28)];
}
const SECRETS = [...secretsOf(HIT), ...secretsOf(DECIDED)];

let lane: TechnicianLane;
beforeAll(async () => {
  lane = await technicianLane([READER]);
  await lane.sees((view) => view.devices[0]?.state === 'ready');
  const { officer } = lane;
  await officer.session.signIn({ number: '0412', pin: '246810', direction: 'ARRIVAL', shift: '1' });
  // The recording runs through everything.
  await lane.technician.technician.startRecording({ device: 'reader' });
  await lane.sees((view) => view.devices[0]?.state === 'ready' && (view.recordings[0]?.entries ?? 0) > 2);
  const decided = await reviewOf(DECIDED);
  await officer.lane.note({ clearance: decided, text: `seen ${SECRETS[2]} before` });
  await officer.lane.clear({ clearance: decided });
  const open = await reviewOf(HIT);
  await officer.lane.note({ clearance: open, text: `asks for ${SECRETS[3]}` });
}, 120_000);
afterAll(async () => {
  await lane.stop();
  await lane.remove();
});

/** Lays a document and waits until its checks are done; the clearance's id. */
async function reviewOf(id: string): Promise<string> {
  const hands = lane.devices.hands('reader');
  hands?.act({ act: 'remove' });
  hands?.act({ act: 'lay', lines: linesOf(id) });
  const signal = AbortSignal.timeout(60_000);
  for await (const view of await lane.officer.lane.watch(undefined, { signal })) {
    const { clearance } = view;
    if (clearance?.phase === 'REVIEW' && clearance.document?.number === secretsOf(id).at(-3)) return clearance.id;
  }
  throw new Error('never reviewed');
}

const RECORDING = () =>
  lane.technician.technician.watch().then(async (views) => {
    for await (const view of views) return view.recordings[0]?.id ?? '';
    return '';
  });

/** Something to ask each call that wants something. What is not named is asked without input. */
async function inputs(): Promise<Readonly<Record<string, unknown>>> {
  const device = { device: 'reader' };
  const { text } = await lane.technician.technician.exportProfile();
  const recording = { recording: await RECORDING() };
  return {
    'technician.probe': { port: '/dev/null' },
    'technician.trySettings': { devices: [READER] },
    'technician.setService': { open: false, reason: 'a reason' },
    'technician.judgeStep': { good: true },
    'technician.skipStep': { reason: 'a reason' },
    'technician.wire': device,
    'technician.markWire': { ...device, text: 'now' },
    'technician.exportWire': device,
    'technician.askDevice': device,
    'technician.startRecording': device,
    'technician.stopRecording': recording,
    'technician.replay': recording,
    'technician.readProfile': { text },
    'technician.log': { before: null },
    'technician.addNote': { text: 'a note' },
    'session.signIn': { number: '0901', pin: '909090', direction: 'ARRIVAL', shift: '1' },
  };
}

type Answer = { readonly said: string };
const LISTENED_MS = 3_000;

/** What a call answers: its value, its refusal, or all that a stream says in a while. */
async function answerOf(name: string, input: unknown): Promise<Answer> {
  const [area = '', call = ''] = name.split('.');
  const client = lane.technician as unknown as Record<
    string,
    Record<string, (input: unknown, options: object) => Promise<unknown>>
  >;
  const signal = AbortSignal.timeout(LISTENED_MS);
  try {
    const value = await client[area]?.[call]?.(input, { signal });
    if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value))
      return { said: JSON.stringify(value) };
    const said: string[] = [];
    for await (const one of value as AsyncIterable<unknown>) said.push(JSON.stringify(one));
    return { said: said.join('\n') };
  } catch (error) {
    const { code, message, data } = error as { code?: string; message: string; data?: unknown };
    return { said: JSON.stringify({ code, message, data }) };
  }
}

const found = (said: string): string[] => SECRETS.filter((secret) => said.includes(secret));

describe('a technician at a booth full of a traveller', () => {
  it('the traveller is really there', async () => {
    expect(SECRETS.length).toBeGreaterThan(12);
    expect(SECRETS.filter((secret) => secret.length < 3)).toEqual([]);
    const signal = AbortSignal.timeout(10_000);
    for await (const view of await lane.officer.lane.watch(undefined, { signal })) {
      expect(found(JSON.stringify(view)).length).toBeGreaterThan(4);
      expect(view.clearance?.hits.length).toBeGreaterThan(0);
      break;
    }
  });

  it('gets nothing of them by any call of the contract', async () => {
    const asked = await inputs();
    // What ends the sign-in comes last.
    const names = contractCalls
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('devdock.') && name !== 'session.signOut');
    const open: string[] = [];
    for (const name of [...names, 'session.signOut']) {
      const { said } = await answerOf(name, asked[name]);
      expect([name, found(said)]).toEqual([name, []]);
      if (!said.includes('ROLE_FORBIDDEN')) open.push(name);
    }
    expect(open.filter((name) => name.startsWith('technician.')).length).toBeGreaterThanOrEqual(27);
    expect(open.filter((name) => /^(lane|watchlist|audit)\./.test(name))).toEqual([]);
  });

  it('reads a log whose every event holds nothing of a traveller', () => {
    const logged = (Object.keys(EVENTS) as (keyof typeof EVENTS)[]).filter(isLogged);
    expect(logged.filter((event) => EVENTS[event].holds === 'traveller')).toEqual([]);
    expect(logged.filter((event) => ['clearance', 'decision', 'list', 'access'].includes(EVENTS[event].kind))).toEqual(
      [],
    );
    expect(logged).toContain('SETTINGS_KEPT');
  });
});
