import type { Api, ApiParts } from '../authorise.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import { by, DONE, type StoreErrors, settingsView, storeFailed, writeDown } from './answers.ts';
import { deviceCalls } from './device_calls.ts';
import { maintenanceLog } from './maintenance_log.ts';
import { profileCalls } from './profile_calls.ts';
import { selfTestCalls } from './self_test_calls.ts';
import { switchService } from './service_switch.ts';
import { technicianView } from './technician_view.ts';
import type { TrialProblem } from './trial_run.ts';
import { wireCalls } from './wire_calls.ts';

/** Whatever a trial may refuse, by the names that this call knows. */
type Refusals = Partial<
  Record<Exclude<TrialProblem['code'], 'SETTINGS_WRONG' | 'NOT_KEEPABLE' | 'STORE_FAILED'>, () => Error>
>;

function refused(problem: TrialProblem, errors: StoreErrors, named: Refusals): Error {
  if (problem.code === 'STORE_FAILED') return storeFailed(problem.problem, errors);
  const make = problem.code === 'SETTINGS_WRONG' || problem.code === 'NOT_KEEPABLE' ? undefined : named[problem.code];
  return make?.() ?? new Error(`${problem.code} is no answer of this call`);
}

/** Everything a technician's window may ask, answered. */
export function technicianCalls(api: Api, parts: ApiParts) {
  const { lane, signIns, maintenance } = parts;
  const { trial } = maintenance;
  const { workshop } = maintenance.parts;
  return {
    watch: api.technician.watch.handler(async function* ({ signal, context }) {
      for await (const { officer } of whileSignedIn(signIns, context, maintenance.follow(signal)))
        yield technicianView(maintenance, officer);
    }),

    drivers: api.technician.drivers.handler(() =>
      workshop.drivers().map((driver) => ({
        ...driver,
        options: driver.options.map((option) => ({ ...option, choices: [...option.choices] })),
      })),
    ),
    settings: api.technician.settings.handler(() => settingsView(workshop.settings())),

    trySettings: api.technician.trySettings.handler(async ({ input, context, errors }) => {
      const tried = await trial.try(input.devices, by(context));
      if (tried.ok) {
        // Its devices are other ones now.
        await maintenance.selfTest.stop(by(context));
        return { trial: tried.value };
      }
      if (tried.error.code === 'SETTINGS_WRONG') throw errors.SETTINGS_WRONG({ data: tried.error.fault });
      throw refused(tried.error, errors, {
        CLEARANCE_OPEN: errors.CLEARANCE_OPEN,
        TRIAL_UNDER_WAY: errors.TRIAL_UNDER_WAY,
      });
    }),
    extendTrial: api.technician.extendTrial.handler(async ({ context, errors }) => {
      const extended = await trial.extend(by(context));
      if (extended.ok) return DONE;
      throw refused(extended.error, errors, {
        NO_TRIAL: errors.NO_TRIAL,
        EXTENDED_ALREADY: errors.EXTENDED_ALREADY,
      });
    }),
    keepTrial: api.technician.keepTrial.handler(async ({ context, errors }) => {
      const kept = await trial.keep(by(context));
      if (kept.ok) return DONE;
      if (kept.error.code === 'NOT_KEEPABLE')
        throw errors.NOT_KEEPABLE({ data: { waitingFor: kept.error.waitingFor } });
      throw refused(kept.error, errors, { NO_TRIAL: errors.NO_TRIAL });
    }),
    rollBackTrial: api.technician.rollBackTrial.handler(async ({ context, errors }) => {
      const back = await trial.rollBack(by(context), 'PERSON');
      if (back.ok) return DONE;
      if (back.error.code === 'SETTINGS_WRONG') throw errors.SETTINGS_WRONG({ data: back.error.fault });
      throw refused(back.error, errors, { NO_TRIAL: errors.NO_TRIAL });
    }),

    setService: api.technician.setService.handler(async ({ input, context, errors }) => {
      const switched = await switchService(lane, { ...input, by: by(context) });
      if (switched.ok) {
        // A lane in service is no place for a test that shows every signal and releases the gate.
        if (input.open) await maintenance.selfTest.stop(by(context));
        maintenance.changed();
        return DONE;
      }
      if (switched.error.code === 'CLEARANCE_OPEN') throw errors.CLEARANCE_OPEN();
      throw storeFailed(switched.error.problem, errors);
    }),

    ...deviceCalls(api, parts),
    ...selfTestCalls(api, parts),
    ...wireCalls(api, parts),
    ...profileCalls(api, parts),

    log: api.technician.log.handler(async ({ input, errors }) => {
      const log = await maintenanceLog(lane.context.records, input.before);
      if (!log.ok) throw storeFailed(log.error, errors);
      return log.value;
    }),
    addNote: api.technician.addNote.handler(async ({ input, context, errors }) => {
      await writeDown(lane, 'MAINTENANCE_NOTE', by(context), { text: input.text }, errors);
      return DONE;
    }),
  };
}
