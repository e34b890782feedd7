import type { Clearance, ClearanceEvent, RecordedHit } from '../domain/clearance/clearance.ts';
import { type Answerer, type SecondPerson, secondPersonFor, secondRefused } from '../domain/clearance/who_answers.ts';
import type { Api, ApiParts } from './authorise.ts';
import type { Lane } from './lane.ts';
import type { NumberAndPin } from './pin_check.ts';
import { type PinErrors, pinRefused } from './pin_refused.ts';
import type { Committed } from './run_clearance.ts';
import type { Caller } from './window.ts';

/** What a refused step turns into on the wire. */
export interface StepErrors {
  WRONG_STATE(options: { data: { why: string } }): Error;
  STORE_FAILED(options: { data: { code: string } }): Error;
}

interface AnswerErrors extends StepErrors, Omit<PinErrors, 'STORE_FAILED'> {
  DIFFERENT_NEEDS_STRONG_FIELDS(options: { data: { found: number } }): Error;
  SECOND_PERSON_NEEDED(): Error;
  SECOND_PERSON_IS_FIRST(): Error;
  SECOND_PERSON_ROLE(options: { data: { needed: SecondPerson } }): Error;
}

/** The open case, if it is the one the window means: a late key never reaches the next traveller. */
export function openCase(lane: Lane, id: string, errors: StepErrors): Clearance {
  const clearance = lane.runner.state?.clearance;
  if (clearance === undefined) throw errors.WRONG_STATE({ data: { why: 'NO_CASE' } });
  if (clearance.id !== id) throw errors.WRONG_STATE({ data: { why: 'OTHER_CASE' } });
  return clearance;
}

/** The officer's answers to list entries, and the taking back of earlier ones. */
export function hitCalls(
  api: Api,
  { lane, signIns }: ApiParts,
  send: (clearance: string, event: ClearanceEvent, errors: StepErrors) => Promise<Committed>,
) {
  function hitOf(clearance: Clearance, name: string, errors: StepErrors): RecordedHit {
    const hit = clearance.hits.find((one) => one.name === name);
    if (hit === undefined) throw errors.WRONG_STATE({ data: { why: 'NO_SUCH_HIT' } });
    return hit;
  }

  /** The second person that "different" needs, known by number and PIN; null where nobody is needed. */
  async function secondFor(
    hit: RecordedHit,
    first: Answerer,
    caller: Caller,
    shown: NumberAndPin | undefined,
    errors: AnswerErrors,
  ): Promise<Answerer | null> {
    const { strongDifferences } = hit;
    const needed = secondPersonFor({ strongDifferences, matchClass: hit.hit.matchClass }, first.roles);
    if (needed === 'NOBODY') return null;
    if (shown === undefined) {
      if (needed === 'OFFICER') throw errors.SECOND_PERSON_NEEDED();
      throw errors.DIFFERENT_NEEDS_STRONG_FIELDS({ data: { found: strongDifferences } });
    }
    const second = await signIns.secondPerson(caller, shown);
    if (!second.ok) throw pinRefused(second.error, errors);
    const refused = secondRefused(needed, first, second.value);
    if (refused === 'SAME_PERSON') throw errors.SECOND_PERSON_IS_FIRST();
    if (refused === 'ROLE') throw errors.SECOND_PERSON_ROLE({ data: { needed } });
    return second.value;
  }

  return {
    compare: api.lane.compare.handler(async ({ input, context, errors }) => {
      const hit = hitOf(openCase(lane, input.clearance, errors), input.hit, errors);
      const by: Answerer = { number: context.officer?.number ?? '', roles: context.officer?.roles ?? [] };
      const second = input.answer === 'DIFFERENT' ? await secondFor(hit, by, context, input.second, errors) : null;
      const at = lane.context.clock.now();
      await send(
        input.clearance,
        { type: 'HIT_ANSWERED', name: input.hit, answer: input.answer, by, second, at },
        errors,
      );
      return { recorded: true as const };
    }),

    undoExclusion: api.lane.undoExclusion.handler(async ({ input, context, errors }) => {
      hitOf(openCase(lane, input.clearance, errors), input.hit, errors);
      const by = context.officer?.number ?? '';
      const at = lane.context.clock.now();
      await send(input.clearance, { type: 'EXCLUSION_UNDONE', name: input.hit, by, at, reason: input.reason }, errors);
      return { undone: true as const };
    }),
  };
}
