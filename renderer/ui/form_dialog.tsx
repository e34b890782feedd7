import { type ReactNode, useId, useState } from 'react';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from './dialog.tsx';
import { DialogFoot } from './dialog_foot.tsx';
import { isComplete, NOBODY, type NumberAndPin, NumberAndPinFields } from './number_and_pin.tsx';

/** One question of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'choice' | 'number' | 'moment';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly most?: number;
  readonly optional?: boolean;
  /** Asked only where this holds of what was answered so far. */
  readonly when?: (answers: Answers) => boolean;
  readonly first?: string;
}
export type Answers = Readonly<Record<string, string>>;

/** A form: what it asks, whose number and PIN it needs, and what it sends. */
export interface FormSpec {
  readonly title: string;
  readonly how?: string;
  readonly fields: readonly FormField[];
  /** Label of the number of a person who stands for it with PIN. */
  readonly person?: string;
  readonly send: string;
  run(answers: Answers, person: NumberAndPin): Promise<unknown>;
}

const inputs = { line: 'text', number: 'number', moment: 'datetime-local' } as const;

function Field({ field, value, onChange }: { field: FormField; value: string; onChange(value: string): void }) {
  const { kind, label, most = 200 } = field;
  const id = useId();
  let control: ReactNode;
  if (kind === 'choice') {
    control = (
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {field.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  } else if (kind === 'text') {
    control = (
      <textarea id={id} rows={3} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />
    );
  } else {
    control = (
      <input
        id={id}
        type={inputs[kind]}
        maxLength={most}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {control}
    </div>
  );
}

/** A form over the page: sent with Ctrl+Enter once it is complete; what is refused is said in it and keeps what was typed. */
export function FormDialog({ form, timeZone, onClose }: { form: FormSpec; timeZone: string; onClose(): void }) {
  const t = useText();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(form.fields.map(({ name, first, choices }) => [name, first ?? choices?.[0]?.value ?? ''])),
  );
  const [person, setPerson] = useState(NOBODY);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const asked = form.fields.filter(({ when }) => when === undefined || when(answers));
  const answered = asked.every(({ name, optional }) => optional === true || (answers[name] ?? '').trim() !== '');
  const ready = answered && (form.person === undefined || isComplete(person)) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    form.run(answers, person).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setPerson((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={form.title}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={form.send} ready={ready} onBack={onClose} onSend={send} testId="send-form" />}
    >
      {form.how !== undefined && <p>{form.how}</p>}
      {asked.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={answers[field.name] ?? ''}
          onChange={(value) => setAnswers((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {form.person !== undefined && <NumberAndPinFields label={form.person} value={person} onChange={setPerson} />}
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
