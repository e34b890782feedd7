import { type Confirmation, ESCALATIONS, type Escalation, type SecondLineFile } from './file.ts';

/** How long an owner may leave a question unanswered before someone is told, in minutes (domain D3.5 point 7). */
export interface ConfirmationLimits {
  readonly supervisorMinutes: number;
  readonly headOfUnitMinutes: number;
}

/** The moment (ms) at which this person is to be told of a question still open. */
export function dueAt({ at }: Pick<Confirmation, 'at'>, to: Escalation, limits: ConfirmationLimits): number {
  return at + 60_000 * (to === 'SUPERVISOR' ? limits.supervisorMinutes : limits.headOfUnitMinutes);
}

export interface DueEscalation {
  readonly entry: string;
  readonly to: Escalation;
  readonly dueAt: number;
}

/** Every telling that is still to come or overdue, the earliest first; none of a closed file or an answered question. */
export function openEscalations(file: SecondLineFile, limits: ConfirmationLimits): readonly DueEscalation[] {
  if (file.stage === 'CLOSED') return [];
  return file.confirmations
    .filter(({ answer }) => answer === null)
    .flatMap((asked) =>
      ESCALATIONS.filter((to) => !asked.escalated.some((one) => one.to === to)).map((to) => ({
        entry: asked.entry,
        to,
        dueAt: dueAt(asked, to, limits),
      })),
    )
    .sort((a, b) => a.dueAt - b.dueAt);
}
