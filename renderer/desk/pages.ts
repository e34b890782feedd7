import { AccessPage } from '../access/access_page.tsx';
import { AdvancePage } from '../advance/advance_page.tsx';
import { DecisionsPage } from '../decisions/decisions_page.tsx';
import { IncidentPage } from '../incident/incident_page.tsx';
import { PosturePage } from '../posture/posture_page.tsx';
import { ReplayPage } from '../replay/replay_page.tsx';
import { RulesPage } from '../rules/rules_page.tsx';
import { SecondLinePage } from '../second_line/second_line_page.tsx';
import { SilentPage } from '../second_line/silent_page.tsx';
import { ShiftPage } from '../shift/shift_page.tsx';
import type { DeskPage } from './desk_page.ts';

/** Every page of the desk, in the order of the keys F2, F3, ... of those whom they are for. */
export const DESK_PAGES: readonly DeskPage[] = [
  { id: 'rules', title: 'rules.page', purpose: 'rules.page.purpose', needs: 'SEE_RULES', Page: RulesPage },
  {
    id: 'incident',
    title: 'incident.page',
    purpose: 'incident.purpose',
    needs: 'CALL_INCIDENT',
    Page: IncidentPage,
  },
  {
    id: 'decisions',
    title: 'decisions.page',
    purpose: 'decisions.purpose',
    needs: 'SEE_DECISIONS',
    Page: DecisionsPage,
  },
  { id: 'posture', title: 'posture.page', purpose: 'posture.purpose', needs: 'SET_POSTURE', Page: PosturePage },
  { id: 'replay', title: 'replay.page', purpose: 'replay.page.purpose', needs: 'REPLAY_CASES', Page: ReplayPage },
  {
    id: 'second-line',
    title: 'second.page',
    purpose: 'second.page.purpose',
    needs: 'WORK_SECOND_LINE',
    Page: SecondLinePage,
  },
  {
    id: 'silent',
    title: 'second.silent.title',
    purpose: 'second.silent.purpose',
    needs: 'SUPERVISE',
    Page: SilentPage,
  },
  { id: 'shift', title: 'shift.page', purpose: 'shift.page.purpose', needs: 'WORK_SHIFT', Page: ShiftPage },
  { id: 'advance', title: 'advance.page', purpose: 'advance.page.purpose', needs: 'SEE_FLIGHTS', Page: AdvancePage },
  {
    id: 'access',
    title: 'access.page',
    purpose: 'access.purpose',
    needs: 'KEEP_OWN_KEYS',
    where: ({ securityKeys }) => securityKeys,
    Page: AccessPage,
  },
];
