import type { IncidentView, TaskView } from '../../contract/incident_view.ts';
import { PERSON_PARTS } from '../../core/domain/incident/incident.ts';
import { INCIDENT_KINDS } from '../../core/domain/incident/playbook.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { Language } from '../i18n/preferences.tsx';
import type { Translate } from '../i18n/text.tsx';
import type { Answers, FormField, FormSpec } from '../ui/form_dialog.tsx';

export type IncidentForm =
  | 'call'
  | 'message'
  | 'task'
  | 'person'
  | 'camera'
  | 'note'
  | 'done'
  | 'keep'
  | 'kind'
  | 'lead'
  | 'close';

interface Asking {
  readonly incident: IncidentView;
  readonly task: TaskView | null;
  readonly client: BoothClient;
  readonly t: Translate;
  readonly language: Language;
  readonly now: number;
}

const minutesOf = (text: string | undefined): number | null => {
  const minutes = Number.parseInt(text ?? '', 10);
  return Number.isNaN(minutes) ? null : minutes;
};

function words(how: 'CALLED' | 'MESSAGE', { incident, client, t }: Asking): FormSpec {
  return {
    title: t(how === 'CALLED' ? 'incident.form.call' : 'incident.form.message'),
    send: t('incident.form.record'),
    fields: [
      { name: 'to', label: t('incident.form.to'), kind: 'line', most: 60 },
      { name: 'text', label: t('incident.form.text'), kind: 'text', most: 500 },
    ],
    run: ({ to = '', text = '' }) => client.incident.say({ incident: incident.id, how, to, text }),
  };
}

function taskForm({ incident, task, client, t, language }: Asking): FormSpec {
  const what = task === null ? (['add'] as const) : (['assign', 'add', 'giveUp'] as const);
  const is = (one: string) => (answers: Answers) => answers.what === one;
  const orBoth = (answers: Answers) => answers.what !== 'giveUp';
  return {
    title: t('incident.form.task'),
    ...(task === null ? {} : { how: task.does[language] }),
    send: t('incident.form.record'),
    fields: [
      {
        name: 'what',
        label: t('incident.form.what'),
        kind: 'choice',
        choices: what.map((one) => ({ value: one, label: t(`incident.task.${one}`) })),
      },
      { name: 'text', label: t('incident.form.taskText'), kind: 'line', most: 120, when: is('add') },
      { name: 'owner', label: t('incident.form.owner'), kind: 'line', most: 8, when: orBoth },
      { name: 'minutes', label: t('incident.form.minutes'), kind: 'number', optional: true, when: orBoth },
      { name: 'reason', label: t('incident.form.reason'), kind: 'text', most: 300, when: is('giveUp') },
    ],
    run: ({ what: act, text = '', owner = '', minutes, reason = '' }) => {
      const id = { incident: incident.id, task: task?.id ?? '' };
      if (act === 'giveUp') return client.incident.giveUp({ ...id, reason });
      if (act === 'assign') return client.incident.assign({ ...id, owner, minutes: minutesOf(minutes) });
      return client.incident.add({ incident: incident.id, text, owner, minutes: minutesOf(minutes) });
    },
  };
}

function personForm({ incident, client, t, now }: Asking): FormSpec {
  const handed = (answers: Answers) => answers.handed === 'yes';
  const line = (name: string, label: string, more: Partial<FormField> = {}): FormField => ({
    name,
    label,
    kind: 'line',
    ...more,
  });
  return {
    title: t('incident.form.person'),
    send: t('incident.form.record'),
    fields: [
      line('name', t('incident.person.name'), { most: 80 }),
      {
        name: 'part',
        label: t('incident.person.part'),
        kind: 'choice',
        choices: PERSON_PARTS.map((part) => ({ value: part, label: t(`incident.part.${part}`) })),
      },
      line('document', t('incident.person.document'), { most: 24, optional: true }),
      line('measure', t('incident.person.measure'), { most: 300, optional: true }),
      {
        name: 'handed',
        label: t('incident.person.handed'),
        kind: 'choice',
        choices: (['no', 'yes'] as const).map((one) => ({ value: one, label: t(`incident.handed.${one}`) })),
      },
      line('unit', t('incident.person.unit'), { most: 120, when: handed }),
      line('taker', t('incident.person.taker'), { most: 80, when: handed }),
      line('number', t('incident.person.number'), { most: 40, when: handed, optional: true }),
      line('receipt', t('incident.person.receipt'), { most: 80, when: handed, optional: true }),
      line('ground', t('incident.person.propose'), { most: 200, optional: true }),
    ],
    run: async (said) => {
      const id = incident.id;
      const { name = '', part, document = '', measure = '', ground = '' } = said;
      const handedTo = {
        unit: said.unit ?? '',
        name: said.taker ?? '',
        number: said.number ?? '',
        at: now,
        receipt: said.receipt ?? '',
      };
      await client.incident.person({
        incident: id,
        person: {
          name,
          part: PERSON_PARTS.find((one) => one === part) ?? 'CONCERNED',
          birthDate: '',
          nationality: document.slice(0, 3).toUpperCase(),
          document: document.toUpperCase(),
          measure,
          handedTo: handed(said) ? handedTo : null,
        },
      });
      if (ground.trim() !== '')
        await client.incident.proposeEntry({ incident: id, person: incident.people.length + 1, ground });
    },
  };
}

function doneForm({ incident, task, client, t, language }: Asking): FormSpec {
  return {
    title: task?.does[language] ?? t('incident.done'),
    send: t('incident.done'),
    fields: [{ name: 'note', label: task?.note?.[language] ?? t('incident.form.text'), kind: 'text', most: 500 }],
    run: ({ note = '' }) => client.incident.done({ incident: incident.id, task: task?.id ?? '', note }),
  };
}

function noteForm({ incident, client, t }: Asking): FormSpec {
  const lines = incident.log.slice(-20).toReversed();
  return {
    title: t('incident.form.note'),
    how: t('incident.nothingDeleted'),
    send: t('incident.form.record'),
    fields: [
      {
        name: 'corrects',
        label: t('incident.form.corrects'),
        kind: 'choice',
        choices: [
          { value: '', label: t('incident.form.correctsNothing') },
          ...lines.map(({ no }) => ({ value: String(no), label: t('incident.form.line', { no }) })),
        ],
        optional: true,
      },
      { name: 'text', label: t('incident.form.text'), kind: 'text', most: 500 },
    ],
    run: ({ corrects, text = '' }) =>
      client.incident.note({ incident: incident.id, text, corrects: minutesOf(corrects) }),
  };
}

/** Every form of an open incident, by name. */
export function incidentForm(name: IncidentForm, asking: Asking): FormSpec {
  const { incident, client, t } = asking;
  const id = { incident: incident.id };
  switch (name) {
    case 'call':
      return words('CALLED', asking);
    case 'message':
      return words('MESSAGE', asking);
    case 'task':
      return taskForm(asking);
    case 'person':
      return personForm(asking);
    case 'done':
      return doneForm(asking);
    case 'note':
      return noteForm(asking);
    case 'camera':
      return {
        title: t('incident.form.camera'),
        send: t('incident.form.record'),
        fields: [
          { name: 'camera', label: t('incident.camera.number'), kind: 'line', most: 40 },
          { name: 'from', label: t('incident.camera.from'), kind: 'line', most: 20, optional: true },
          { name: 'to', label: t('incident.camera.to'), kind: 'line', most: 20, optional: true },
        ],
        run: ({ camera = '', from = '', to = '' }) => client.incident.camera({ ...id, camera: { camera, from, to } }),
      };
    case 'keep':
      return {
        title: t('incident.form.keep'),
        send: t('incident.form.record'),
        fields: [
          { name: 'what', label: t('incident.keep.what'), kind: 'line', most: 120 },
          { name: 'bag', label: t('incident.keep.bag'), kind: 'line', most: 40 },
        ],
        run: ({ what = '', bag = '' }) => client.incident.keep({ ...id, property: { what, bag } }),
      };
    case 'kind': {
      const kinds = INCIDENT_KINDS.filter((kind) => kind !== 'HELP_CALL' && kind !== incident.kind);
      return {
        title: t('incident.form.kind'),
        how: t('incident.form.kind.how'),
        send: t('incident.form.record'),
        fields: [
          {
            name: 'kind',
            label: t('incident.call.kind'),
            kind: 'choice',
            choices: kinds.map((kind) => ({ value: kind, label: t(`incident.kind.${kind}`) })),
          },
        ],
        run: ({ kind }) => client.incident.kind({ ...id, kind: kinds.find((one) => one === kind) ?? 'MEDICAL' }),
      };
    }
    case 'lead':
      return {
        title: t('incident.form.lead'),
        how: t('incident.form.lead.how'),
        person: t('incident.form.newLeader'),
        send: t('incident.handOver'),
        fields: [],
        run: (_answers, to) => client.incident.handOver({ ...id, to }),
      };
    case 'close':
      return {
        title: t('incident.close'),
        how: t('incident.close.how'),
        person: t('incident.headOfUnit'),
        send: t('incident.close'),
        fields: [
          { name: 'outcome', label: t('incident.close.outcome'), kind: 'text', most: 1000 },
          { name: 'lessons', label: t('incident.close.lessons'), kind: 'text', most: 1000, optional: true },
        ],
        run: ({ outcome = '', lessons = '' }, head) => client.incident.close({ ...id, outcome, lessons, head }),
      };
  }
}
