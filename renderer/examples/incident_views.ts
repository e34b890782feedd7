import type { IncidentBoard, IncidentView } from '../../contract/incident_view.ts';
import type { BoothView } from '../../contract/session.ts';
import forged from '../../resources/playbooks/forged_document.json' with { type: 'json' };
import { LOCKED, NOW, REST } from './base_views.ts';

const MINUTE = 60_000;
const OPENED = NOW - 4 * MINUTE;

export const SUPERVISOR: NonNullable<BoothView['signedIn']> = {
  ...REST.officer,
  number: '0301',
  displayName: 'Lê Văn Ví Dụ',
  roles: ['supervisor'],
};
export const AT_DESK: BoothView = {
  ...LOCKED,
  posture: { profile: 'ELEVATED', until: NOW + 110 * MINUTE, since: NOW - 10 * MINUTE, others: [] },
  silentCall: { chord: ['ControlLeft', 'ShiftLeft', 'F11'], heard: false },
  signedIn: SUPERVISOR,
};

const tasks: IncidentView['tasks'] = forged.steps.map((step, place) => ({
  id: `t${place + 1}`,
  does: step.does,
  note: step.note,
  mandatory: step.mandatory,
  ownerRole: step.owner as 'officer',
  owner: step.owner === 'officer' ? '0412' : step.owner === 'supervisor' ? '0301' : null,
  due: step.minutes === null ? null : OPENED + step.minutes * MINUTE,
  done: null,
  givenUp: null,
  escalated: 'NOBODY',
}));
const NOTES = ['phòng 2', 'túi 118', '', 'C12, C14'];

/** Half way through a suspected forged document. */
export const INCIDENT: IncidentView = {
  id: '5a1f0c5e-7a52-4a43-9f6a-0d6f3f0a0001',
  number: 'A07-2026-0047',
  lane: 'A07',
  gate: REST.lane.gate,
  place: 'A07',
  kind: 'FORGED_DOCUMENT',
  level: 'SILENT',
  trigger: 'SILENT_CALL',
  openedAt: OPENED,
  openedBy: '0412',
  clearances: [{ id: 'c', recordNumber: 'A07-000152' }],
  proposesPosture: null,
  leader: '0301',
  laneStopped: true,
  tasks: tasks.map((task, place) =>
    place < 4 ? { ...task, done: { at: OPENED + place * MINUTE, by: '0301', note: NOTES[place] ?? '' } } : task,
  ),
  people: [
    {
      no: 1,
      at: OPENED + MINUTE,
      by: '0301',
      name: 'SAMPLESON TESTER',
      part: 'CONCERNED',
      birthDate: '',
      nationality: 'UTO',
      document: 'UTO:X0000001',
      measure: 'phòng 2',
      handedTo: null,
    },
  ],
  property: [{ what: 'Hộ chiếu giữ lại', bag: '118', at: OPENED + MINUTE, by: '0301' }],
  evidence: [
    {
      kind: 'FILE',
      hash: `9f2c${'0'.repeat(58)}71`,
      mediaType: 'image/jpeg',
      name: 'Ảnh hộ chiếu',
      bytes: 812_000,
      at: OPENED + MINUTE,
      by: '0412',
    },
    {
      kind: 'JOURNAL',
      hash: `04be${'0'.repeat(58)}a8`,
      clearance: 'c',
      recordNumber: 'A07-000152',
      from: 90_001,
      to: 90_031,
      at: OPENED + MINUTE,
      by: '0301',
    },
  ],
  cameras: [{ camera: 'C12', from: '08:24', to: '08:31', at: OPENED + 3 * MINUTE, by: '0301' }],
  proposals: [],
  log: [
    { no: 1, at: OPENED, by: '0412', what: 'OPENED', task: null, text: 'SILENT_CALL' },
    { no: 2, at: OPENED + 20_000, by: '0301', what: 'LED', task: null, text: '0301' },
    { no: 3, at: OPENED + MINUTE, by: '0377', what: 'TASK_DONE', task: 't1', text: 'phòng 2' },
    { no: 4, at: OPENED + MINUTE, by: '0301', what: 'PERSON', task: null, text: '1' },
    { no: 5, at: OPENED + 2 * MINUTE, by: '0301', what: 'LANE_STOPPED', task: null, text: '' },
    { no: 6, at: OPENED + 3 * MINUTE, by: '0301', what: 'CAMERA', task: null, text: 'C12' },
  ],
  forms: [],
  closed: null,
};

export const OVERDUE: IncidentView = {
  ...INCIDENT,
  openedAt: OPENED - 30 * MINUTE,
  tasks: INCIDENT.tasks.map((task) =>
    task.done !== null || task.due === null
      ? task
      : { ...task, due: task.due - 30 * MINUTE, escalated: task.id === 't5' ? 'HEAD_OF_UNIT' : 'LEADER' },
  ),
};

export const READY_TO_CLOSE: IncidentView = {
  ...INCIDENT,
  laneStopped: false,
  tasks: INCIDENT.tasks.map((task, place) =>
    place === 6
      ? { ...task, givenUp: { at: NOW, by: '0301', reason: 'không có khách cùng chuyến' } }
      : { ...task, done: task.done ?? { at: NOW, by: '0301', note: 'Đơn vị Mẫu, số 12' } },
  ),
};

export const CLOSED: IncidentView = {
  ...READY_TO_CLOSE,
  closed: { at: NOW, by: '0301', head: '0200', outcome: 'Đã bàn giao cho Đơn vị Mẫu', lessons: '' },
};

/** Names of 39 characters and texts as long as they may be. */
export const LONG: IncidentView = {
  ...INCIDENT,
  kind: 'SMUGGLING_TRAFFICKING',
  tasks: INCIDENT.tasks.map((task) => ({
    ...task,
    does: {
      vi: 'Giữ người bình tĩnh, mời sang phòng làm việc số hai cùng cán bộ tuyến hai và người phiên dịch',
      en: 'Keep the person calm and ask them to interview room two with the second line and an interpreter',
    },
    done: task.done === null ? null : { ...task.done, note: 'Nguyễn Thị Mẫu Dài Tên Nhất Cửa Khẩu 01 '.repeat(4) },
  })),
  evidence: [...INCIDENT.evidence, ...INCIDENT.evidence, ...INCIDENT.evidence].map((item, place) =>
    item.kind === 'FILE'
      ? { ...item, name: 'bien-ban-kiem-tra-giay-to-lan-thu-hai.pdf', at: item.at + place }
      : { ...item, at: item.at + place },
  ),
  log: Array.from({ length: 40 }, (_, place) => ({
    no: place + 1,
    at: OPENED + place * 1000,
    by: '0301',
    what: 'MESSAGE',
    task: null,
    text: 'Đơn vị Mẫu: đã nhận thông báo, sẽ có mặt trong mười phút',
  })),
};

export const boardOf = (open: readonly IncidentView[], closed: readonly IncidentView[] = []): IncidentBoard => ({
  now: NOW,
  open: [...open],
  closed: [...closed],
  kinds: [],
  posture: AT_DESK.posture,
  clearance: null,
  largestFile: 10_000_000,
});
