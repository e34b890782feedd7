import { settingsChanges } from '../../domain/maintenance/settings_changes.ts';
import { exportProfile, readProfile } from '../../sync/lane_profile.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { by, settingsView, storeFailed, writeDown } from './answers.ts';

/** The lane's device settings as a signed file, out and in. Reading one changes nothing. */
export function profileCalls(api: Api, { lane, maintenance }: ApiParts) {
  const { workshop, signer } = maintenance.parts;
  const { settings, clock } = lane.context;
  return {
    exportProfile: api.technician.exportProfile.handler(async ({ context, errors }) => {
      const own = signer();
      if (!own.ok) throw storeFailed(own.error, errors);
      const facts = { lane: settings.lane.id, madeAt: clock.now(), devices: workshop.settings() };
      const text = exportProfile(facts, own.value);
      await writeDown(lane, 'PROFILE_EXPORTED', by(context), { devices: facts.devices.length }, errors);
      const day = new Date(facts.madeAt).toISOString().slice(0, 10);
      return { fileName: `${settings.lane.id}-${day}.profile.json`, text };
    }),

    readProfile: api.technician.readProfile.handler(async ({ input, context, errors }) => {
      const own = signer();
      if (!own.ok) throw storeFailed(own.error, errors);
      const read = readProfile(input.text, own.value, settings.profileAuthorities);
      if (!read.ok) throw errors[read.error]();
      const { signedBy, trusted, madeAt } = read.value;
      const devices = workshop.check(read.value.devices);
      if (!devices.ok) throw errors.SETTINGS_WRONG({ data: devices.error });
      const changes = settingsChanges(workshop.settings(), devices.value);
      const said = { lane: read.value.lane, signedBy, trusted, changes: changes.length };
      await writeDown(lane, 'PROFILE_READ', by(context), said, errors);
      return { lane: read.value.lane, signedBy, trusted, madeAt, changes, devices: settingsView(devices.value) };
    }),
  };
}
