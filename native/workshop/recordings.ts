import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceSetting, RecordingFacts, ReplayVerdict } from '../../core/ports/device_workshop.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { WireLog } from '../wire/device_wire.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { readRecording } from './recording_file.ts';
import { replayRecording } from './replay.ts';

/** The oldest is deleted for a new one beyond this. */
const MOST_RECORDINGS = 20;

/** Recordings of wires, kept in a folder. */
export interface Recordings {
  /** Null: it cannot be written. Ends an earlier one of the same device. The device is connected anew, so that the recording begins where a session does. */
  start(device: DeviceSetting, wire: WireLog, renew: () => void): Promise<string | null>;
  stop(id: string): Promise<void>;
  list(): readonly RecordingFacts[];
  replay(id: string): Promise<ReplayVerdict | null>;
}

interface UnderWay {
  readonly facts: RecordingFacts;
  readonly recorder: Recorder;
  readonly unlisten: () => void;
}

/** Reads what recordings there are in the folder, which need not exist. Files that are no recordings are left alone. */
export async function recordingsIn(
  directory: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<Recordings> {
  let kept = await readAll(directory);
  let queue: Promise<unknown> = Promise.resolve();
  const underWay = new Map<string, UnderWay>();

  const stop = async (id: string): Promise<void> => {
    const one = underWay.get(id);
    if (one === undefined) return;
    one.unlisten();
    const endedAt = await one.recorder.stop();
    if (!underWay.delete(id)) return;
    kept = [{ ...one.facts, endedAt, entries: one.recorder.entries }, ...kept];
  };
  const makeRoom = async (): Promise<void> => {
    const going = kept.slice(Math.max(0, MOST_RECORDINGS - 1 - underWay.size));
    kept = kept.filter((one) => !going.includes(one));
    await Promise.all(going.map(({ id }) => rm(join(directory, `${id}.jsonl`), { force: true }).catch(() => {})));
  };

  const start: Recordings['start'] = async ({ name, driver, options }, wire, renew) => {
    // One at a time of each device: they would be the same, and files without number.
    const before = [...underWay.values()].filter(({ facts }) => facts.device === name);
    await Promise.all(before.map(({ facts }) => stop(facts.id)));
    await makeRoom();
    const id = ids.uuid();
    const facts = { id, device: name, driver, startedAt: clock.now(), endedAt: null, entries: 0 };
    const header = { kind: 'border-booth-recording', version: 1, id, device: name, driver } as const;
    const recorder = await startRecorder(
      directory,
      { ...header, options: { ...options }, startedAt: facts.startedAt },
      clock,
      () => void stop(id),
    );
    if (recorder === null) return null;
    // What still belongs to the old connection is left out.
    let fresh = false;
    const releases = [
      wire.onEntry(({ kind }) => {
        fresh ||= kind === 'opened';
      }),
      wire.onHappening((happening) => {
        if (fresh) recorder.take(happening);
      }),
    ];
    underWay.set(id, { facts, recorder, unlisten: () => releases.forEach((release) => void release()) });
    renew();
    return id;
  };

  return {
    start: (device, wire, renew) => {
      const started = queue.then(() => start(device, wire, renew));
      queue = started.catch(() => {});
      return started;
    },
    stop,
    list: () => [
      ...[...underWay.values()].map(({ facts, recorder }) => ({ ...facts, entries: recorder.entries })).reverse(),
      ...kept,
    ],
    replay: async (id) => {
      if (!kept.some((one) => one.id === id)) return null;
      const text = await readFile(join(directory, `${id}.jsonl`), 'utf8').catch(() => '');
      const recording = readRecording(text);
      return recording === null ? null : replayRecording(recording);
    },
  };
}

async function readAll(directory: string): Promise<RecordingFacts[]> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => /^[0-9a-f-]{36}\.jsonl$/.test(name));
  const read = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8').catch(() => '')));
  return read
    .flatMap((text) => readRecording(text) ?? [])
    .map(({ header: { id, device, driver, startedAt }, items, endedAt }) => {
      // One that was cut short ended when it was last heard.
      const last = startedAt + (items.at(-1)?.ms ?? 0);
      return { id, device, driver, startedAt, endedAt: endedAt ?? last, entries: items.length };
    })
    .sort((a, b) => b.startedAt - a.startedAt);
}
