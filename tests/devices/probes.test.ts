import { expect, it } from 'vitest';
import { waitingClock } from '../../core/system_ports.ts';
import { DRIVERS } from '../../native/driver/catalogue.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import { loopbackPlug } from '../../native/simulator/loopback.ts';
import { LINE_9600_8N1 } from '../../native/transport/transport.ts';
import { MODELS, type Model, nameOf } from './models.ts';
import { pause } from './rig.ts';

const ASKING = DRIVERS.filter(({ link, safeProbe }) => link === 'serial' && safeProbe !== null);

/** One simulated device, asked by one driver: what it answered, and what could be seen of it before and after. */
async function askWith(asking: (typeof ASKING)[number], { driver, options }: Model) {
  const simulator = simulatorFor(driver, waitingClock, options ?? {});
  if (simulator?.link !== 'serial') throw new Error(`no serial simulator for ${driver}`);
  const plug = loopbackPlug(driver);
  connectSimulator(simulator, plug);
  const opened = await plug.openHost(LINE_9600_8N1);
  if (!opened.ok) throw new Error(opened.error.detail);
  const before = simulator.seen();
  const from = performance.now();
  const answer = await asking.safeProbe?.(opened.value, waitingClock);
  const ms = performance.now() - from;
  // What a device does because of a question it may do a moment later.
  await pause(300);
  const after = simulator.seen();
  await opened.value.close();
  await plug.close();
  simulator.detach();
  return { asking: asking.id, answer, ms, before, after };
}

it('there is something to ask with', () => expect(ASKING.length).toBeGreaterThan(3));

// Also every model that is not the driver's own: a question must be safe for whoever hears it.
it.each(MODELS.map((model) => ({ model, called: nameOf(model) })))(
  '$called: no question of any driver moves, lights or changes it, and none but its own takes it for theirs',
  async ({ model }) => {
    const asked = await Promise.all(ASKING.map((asking) => askWith(asking, model)));
    for (const { asking, before, after, answer, ms } of asked) {
      expect(after, asking).toEqual(before);
      expect(ms, asking).toBeLessThan(3000);
      if (asking !== model.driver) expect(answer, asking).toBeNull();
      // A driver asks in its usual way; the other ways of a model must be set by hand. One that only speaks answers nothing.
      else if (model.name === undefined && model.silent !== 'READY') expect(answer, asking).not.toBeNull();
    }
  },
);
