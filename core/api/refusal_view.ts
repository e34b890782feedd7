import { type LaneView, refusalGround } from '../../contract/lane_view.ts';
import { inForce } from '../domain/entry/rules.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';

/** The grounds of refusal in force today, in their order, each with who decides on it; none without a rule set. */
export function refusalGrounds(context: LaneContext): LaneView['refusalGrounds'] {
  const rules = context.rules.current()?.rules;
  if (rules === undefined) return [];
  return inForce(rules.refusalGrounds, dayAtGate(context))
    .map(({ ground, decider, source }) =>
      refusalGround.safeParse({ ground, decider, source: `${source.act}, ${source.article}` }),
    )
    .flatMap(({ data }) => (data === undefined ? [] : [data]))
    .sort((a, b) => a.ground - b.ground);
}
