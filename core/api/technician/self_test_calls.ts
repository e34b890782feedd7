import type { Result } from '../../domain/result.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { by, DONE, type StoreErrors, storeFailed } from './answers.ts';
import type { SelfTestProblem } from './self_test_run.ts';

interface SelfTestErrors extends StoreErrors {
  NO_SELF_TEST(): Error;
}

function done(result: Result<void, SelfTestProblem>, errors: SelfTestErrors): typeof DONE {
  if (result.ok) return DONE;
  if (result.error.code === 'STORE_FAILED') throw storeFailed(result.error.problem, errors);
  throw errors.NO_SELF_TEST();
}

/** The guided self test, step by step. */
export function selfTestCalls(api: Api, { maintenance }: ApiParts) {
  const { selfTest } = maintenance;
  return {
    startSelfTest: api.technician.startSelfTest.handler(async ({ context, errors }) => {
      if (maintenance.trial.underWay) throw errors.TRIAL_UNDER_WAY();
      const started = await selfTest.start(by(context));
      if (started.ok) return { selfTest: started.value };
      if (started.error.code === 'STORE_FAILED') throw storeFailed(started.error.problem, errors);
      throw started.error.code === 'LANE_IN_SERVICE' ? errors.LANE_IN_SERVICE() : errors.SELF_TEST_UNDER_WAY();
    }),
    judgeStep: api.technician.judgeStep.handler(({ input, errors }) => done(selfTest.judge(input.good), errors)),
    skipStep: api.technician.skipStep.handler(({ input, errors }) => done(selfTest.skip(input.reason), errors)),
    repeatStep: api.technician.repeatStep.handler(({ errors }) => done(selfTest.repeat(), errors)),
    stopSelfTest: api.technician.stopSelfTest.handler(async ({ context, errors }) =>
      done(await selfTest.stop(by(context)), errors),
    ),
    signSelfTest: api.technician.signSelfTest.handler(async ({ context, errors }) => {
      const signed = await selfTest.sign(by(context));
      if (!signed.ok && signed.error.code === 'SELF_TEST_UNFINISHED') throw errors.SELF_TEST_UNFINISHED();
      return done(signed, errors);
    }),
  };
}
