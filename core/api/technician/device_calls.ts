import type { Api, ApiParts } from '../authorise.ts';
import { by, writeDown } from './answers.ts';

/** What is plugged in, and what it says of itself when it is asked safely. */
export function deviceCalls(api: Api, { lane, maintenance }: ApiParts) {
  const { workshop, devices } = maintenance.parts;
  const isThere = (name: string): boolean => devices.health().some((one) => one.name === name);
  return {
    discover: api.technician.discover.handler(async ({ errors }) => {
      const found = await workshop.discover();
      if (!found.ok) throw errors.DISCOVERY_FAILED({ data: { code: found.error.code } });
      return found.value.map((device) => ({ ...device, matches: device.matches.map((match) => ({ ...match })) }));
    }),

    /** Only out of service: a question to an unknown port may disturb a device that a traveller stands before. */
    probe: api.technician.probe.handler(async ({ input, context, errors }) => {
      if (lane.memory.service.open) throw errors.LANE_IN_SERVICE();
      const answer = await workshop.probe(input.port);
      await writeDown(lane, 'PORT_PROBED', by(context), { port: input.port, ...answer }, errors);
      return { ...answer };
    }),

    askDevice: api.technician.askDevice.handler(async ({ input, context, errors }) => {
      if (!isThere(input.device)) throw errors.NO_SUCH_DEVICE();
      // A question takes the line from a device that a traveller stands before, or lies on.
      if (lane.runner.state !== null) throw errors.CLEARANCE_OPEN();
      const steps = await workshop.ask(input.device);
      const answered = steps === null ? null : steps.filter(({ ok }) => ok).length;
      const asked = steps?.length ?? 0;
      await writeDown(lane, 'DEVICE_ASKED', by(context), { device: input.device, asked, answered }, errors);
      return { steps: steps === null ? null : steps.map((step) => ({ ...step })) };
    }),
  };
}
