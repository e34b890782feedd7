import type { IncidentView } from '../../contract/incident_view.ts';
import { tasksLeft } from '../../core/domain/incident/incident.ts';
import type { DeskAct, DeskActs } from '../desk/desk_act.ts';
import type { Translate } from '../i18n/text.tsx';
import type { IncidentDialog } from './opened_dialog.tsx';

/** The bar of an incident: F2 to F7, hand-over or taking the lead, report, and the closing that says how much is left. */
export function incidentActs({
  incident,
  t,
  leads,
  mayLead,
  open,
  lead,
}: {
  readonly incident: IncidentView | null;
  readonly t: Translate;
  readonly leads: boolean;
  readonly mayLead: boolean;
  open(dialog: IncidentDialog): void;
  lead(): void;
}): DeskActs {
  if (incident === null) return { tools: [], decisions: [], closing: null, subject: null };
  const running = incident.closed === null;
  const tool = (cap: string, dialog: IncidentDialog, label: string, needsLead: boolean): DeskAct => ({
    cap,
    label,
    open: running && (leads || !needsLead),
    testId: `incident-${dialog}`,
    run: () => open(dialog),
    ...(running && !leads && needsLead ? { detail: t('incident.leaderOnly') } : {}),
  });
  const left = tasksLeft(incident).length;
  const handOver: DeskAct = leads
    ? {
        cap: 'F8',
        label: t('incident.handOver'),
        detail: t('incident.handOver.detail'),
        open: true,
        testId: 'incident-lead',
        run: () => open('lead'),
      }
    : {
        cap: 'F8',
        label: t('incident.takeLead'),
        detail: incident.leader === null ? t('incident.nobodyYet') : incident.leader,
        open: running && mayLead,
        testId: 'incident-lead',
        run: lead,
      };
  return {
    tools: [
      tool('F2', 'call', t('incident.tool.call'), false),
      tool('F3', 'message', t('incident.tool.message'), false),
      tool('F4', 'task', t('incident.tool.task'), true),
      tool('F5', 'person', t('incident.tool.person'), true),
      tool('F6', 'evidence', t('incident.tool.evidence'), false),
      tool('F7', 'camera', t('incident.tool.camera'), false),
    ],
    decisions: [
      handOver,
      {
        cap: 'F9',
        label: t('incident.report'),
        detail: t('incident.report.detail'),
        open: mayLead,
        testId: 'incident-report',
        run: () => open('report'),
      },
    ],
    closing: {
      cap: 'F12',
      label: t('incident.close'),
      detail: !running
        ? t('incident.closed')
        : left > 0
          ? t('incident.close.left', { count: left })
          : leads
            ? t('incident.close.head')
            : t('incident.leaderOnly'),
      open: leads && left === 0,
      testId: 'incident-close',
      run: () => open('close'),
    },
    subject: incident.id,
  };
}
