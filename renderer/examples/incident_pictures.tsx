import type { IncidentBoard, IncidentView } from '../../contract/incident_view.ts';
import { IncidentScreen } from '../incident/incident_screen.tsx';
import type { IncidentDialog } from '../incident/opened_dialog.tsx';
import type { DeskPictures } from './desk_picture.ts';
import { AT_DESK, boardOf, CLOSED, INCIDENT, LONG, OVERDUE, READY_TO_CLOSE, SUPERVISOR } from './incident_views.ts';

const at =
  (
    board: IncidentBoard | null,
    opening: { readonly incident?: string; readonly dialog?: IncidentDialog } = {},
    me = SUPERVISOR,
  ): DeskPictures[string] =>
  (client) => (
    <IncidentScreen booth={AT_DESK} me={me} client={client} board={board} close={() => {}} opening={opening} />
  );
const one = (incident: IncidentView, dialog?: IncidentDialog) =>
  at(boardOf([incident]), dialog === undefined ? {} : { dialog });

/** What each state of incident_states.ts shows. */
export const INCIDENT_PICTURES: DeskPictures = {
  incident: one(INCIDENT),
  'incident-loading': at(null),
  'incident-none': at(boardOf([])),
  'incident-list': at(boardOf([INCIDENT, { ...OVERDUE, id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0002' }], [CLOSED]), {
    incident: 'none',
  }),
  'incident-overdue': one(OVERDUE),
  'incident-ready': one(READY_TO_CLOSE),
  'incident-closed': at(boardOf([], [CLOSED]), { incident: CLOSED.id }),
  'incident-long': one(LONG),
  'incident-own-lane': at(boardOf([INCIDENT]), {}, { ...SUPERVISOR, number: '0412', roles: ['officer'] }),
  'incident-task': one(INCIDENT, 'task'),
  'incident-person': one(INCIDENT, 'person'),
  'incident-evidence': one(INCIDENT, 'evidence'),
  'incident-done': one(INCIDENT, 'done'),
  'incident-hand-over': one(INCIDENT, 'lead'),
  'incident-report': one(INCIDENT, 'report'),
  'incident-close': one(READY_TO_CLOSE, 'close'),
  'incident-posture': one(INCIDENT, 'posture'),
};
