import type { IncidentBoard, IncidentView, TaskView } from '../../contract/incident_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { postureForm } from '../posture/posture_forms.ts';
import { FormDialog } from '../ui/form_dialog.tsx';
import { EvidenceDialog } from './evidence_dialog.tsx';
import { type IncidentForm, incidentForm } from './incident_forms.ts';
import { ReportDialog } from './report_dialog.tsx';

export type IncidentDialog = IncidentForm | 'evidence' | 'report' | 'posture';

/** The one form that lies over an incident. */
export function OpenedDialog({
  dialog,
  incident,
  board,
  task,
  client,
  now,
  timeZone,
  open,
}: {
  dialog: IncidentDialog;
  incident: IncidentView;
  board: IncidentBoard;
  task: TaskView | null;
  client: BoothClient;
  now: number;
  timeZone: string;
  /** Another form instead, or none. */
  open(dialog: IncidentDialog | null): void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const onClose = () => open(null);
  if (dialog === 'report')
    return <ReportDialog incident={incident} client={client} timeZone={timeZone} onClose={onClose} />;
  if (dialog === 'evidence') {
    const keep = () => open('keep');
    const given = { incident, board, client, timeZone, onKeep: keep, onClose };
    return <EvidenceDialog {...given} />;
  }
  const form =
    dialog === 'posture'
      ? postureForm({ t, client, now, timeZone, profile: incident.proposesPosture ?? 'ELEVATED' })
      : incidentForm(dialog, { incident, task, client, t, language, now });
  return <FormDialog key={dialog} form={form} timeZone={timeZone} onClose={onClose} />;
}
