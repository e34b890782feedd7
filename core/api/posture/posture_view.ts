import type { PostureView, PresentPosture } from '../../../contract/posture_view.ts';
import { type InForce, POSTURES, type PostureOrder } from '../../domain/posture/posture.ts';
import type { Postures } from './postures.ts';

/** What every screen shows of the postures in force. `since` stands in where nothing ever was but NORMAL. */
export function presentPosture([strongest, ...others]: readonly InForce[], since: number): PresentPosture {
  return {
    profile: strongest?.profile.profile ?? 'NORMAL',
    until: strongest?.until ?? null,
    since: strongest === undefined || strongest.since === 0 ? since : strongest.since,
    others: others.map(({ profile, until }) => ({ profile: profile.profile, until })),
  };
}

function orderView({ beganAt: _began, event, ended, ...one }: PostureOrder): PostureView['orders'][number] {
  return {
    ...one,
    event: event === null ? null : { ...event, nationalities: [...event.nationalities], flights: [...event.flights] },
    ended: ended === null ? null : { ...ended },
  };
}

/** The head of unit's page. */
export function postureView(postures: Postures, now: number, since: number): PostureView {
  const { open, over } = postures.orders;
  return {
    now,
    present: presentPosture(postures.inForce(), since),
    orders: open.map(orderView),
    history: over.map(orderView),
    profiles: POSTURES.map((name) => postures.profiles[name]).map(({ strength: _strength, ...profile }) => ({
      ...profile,
      demands: profile.demands.map((one) => ({ ...one })),
      mandatory: [...profile.mandatory],
      says: { ...profile.says },
    })),
  };
}
