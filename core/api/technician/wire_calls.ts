import type { DeviceWire, WireEntry } from '../../ports/device_workshop.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import { by, DONE, writeDown } from './answers.ts';

/** A window that reads slower than the device speaks misses what is older than this many entries. */
const MOST_WAITING = 1000;

/** The wire of a device, recordings of it, and their replay. Everything was covered before it came here. */
export function wireCalls(api: Api, { lane, maintenance, signIns }: ApiParts) {
  const { workshop } = maintenance.parts;
  return {
    wire: api.technician.wire.handler(async function* ({ input, context, errors, signal }) {
      const wire = workshop.wire(input.device);
      if (wire === null) throw errors.NO_SUCH_DEVICE();
      await writeDown(lane, 'WIRE_WATCHED', by(context), { device: input.device }, errors);
      for await (const { value } of whileSignedIn(signIns, context, followWire(wire, signal))) yield plain(value);
    }),

    markWire: api.technician.markWire.handler(({ input, errors }) => {
      const wire = workshop.wire(input.device);
      if (wire === null) throw errors.NO_SUCH_DEVICE();
      wire.mark(input.text);
      return DONE;
    }),

    exportWire: api.technician.exportWire.handler(async ({ input, context, errors }) => {
      const wire = workshop.wire(input.device);
      if (wire === null) throw errors.NO_SUCH_DEVICE();
      const entries = wire.entries();
      await writeDown(lane, 'WIRE_EXPORTED', by(context), { device: input.device, entries: entries.length }, errors);
      return {
        fileName: `${fileSafe(lane.context.settings.lane.id)}-${fileSafe(input.device)}-wire.jsonl`,
        text: entries.map((one) => `${JSON.stringify(one)}\n`).join(''),
      };
    }),

    startRecording: api.technician.startRecording.handler(async ({ input, context, errors }) => {
      // A device that connects anew leaves the step void that it serves just now.
      if (lane.runner.state !== null) throw errors.CLEARANCE_OPEN();
      const recording = await workshop.startRecording(input.device);
      if (recording === null) throw errors.NO_SUCH_DEVICE();
      await writeDown(lane, 'RECORDING_STARTED', by(context), { device: input.device, recording }, errors);
      maintenance.changed();
      return { recording };
    }),

    stopRecording: api.technician.stopRecording.handler(async ({ input, context, errors }) => {
      await workshop.stopRecording(input.recording);
      await writeDown(lane, 'RECORDING_STOPPED', by(context), { recording: input.recording }, errors);
      maintenance.changed();
      return DONE;
    }),

    replay: api.technician.replay.handler(async ({ input, context, errors }) => {
      const verdict = await workshop.replay(input.recording);
      if (verdict === null) throw errors.NO_SUCH_RECORDING();
      const { same, sent, heard, differsAt } = verdict;
      const said = { recording: input.recording, same, sent, heard, differsAt };
      await writeDown(lane, 'RECORDING_REPLAYED', by(context), said, errors);
      return { ...verdict };
    }),
  };
}

const fileSafe = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]/g, '_');

const plain = (one: WireEntry) => ({ ...one, fields: one.fields.map((field) => ({ ...field })) });

/** What is kept, then everything new, in order. */
async function* followWire(wire: DeviceWire, signal: AbortSignal | undefined): AsyncGenerator<WireEntry, void, void> {
  const waiting: WireEntry[] = [...wire.entries()];
  let wake = () => {};
  const release = wire.onEntry((one) => {
    waiting.push(one);
    if (waiting.length > MOST_WAITING) waiting.splice(0, waiting.length - MOST_WAITING);
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    while (signal?.aborted !== true) {
      const one = waiting.shift();
      if (one !== undefined) yield one;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    release();
    signal?.removeEventListener('abort', onAbort);
  }
}
