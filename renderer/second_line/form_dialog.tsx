import { useId, useState } from 'react';
import { sentenceOf } from '../client/error_sentence.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { isComplete, NOBODY, type NumberAndPin, NumberAndPinFields } from '../ui/number_and_pin.tsx';

/** One field of a form: a line, a text, or a choice of words. */
export interface FormField {
  readonly name: string;
  readonly label: MessageId;
  readonly most: number;
  readonly lines?: number;
  readonly first?: string;
  /** May be left empty. */
  readonly optional?: boolean;
  /** Values to choose from with the sentence of each; the first is chosen. */
  readonly choices?: readonly (readonly [string, MessageId])[];
}

/** A form of one act: what it asks, whether a second person stands beside, and what is sent. */
export interface FormAsk {
  readonly title: MessageId;
  readonly how: MessageId;
  readonly send: MessageId;
  readonly fields: readonly FormField[];
  /** The label of a second person's number, where one stands beside and gives number and PIN. */
  readonly second?: MessageId;
  act(values: Readonly<Record<string, string>>, second: NumberAndPin | undefined): Promise<unknown>;
}

const firstOf = ({ first, choices }: FormField): string => first ?? choices?.[0]?.[0] ?? '';

/** A form within a file: Ctrl+Enter sends, Esc goes back; a refusal of the booth is told in the form, which stays open. */
export function FormDialog({ ask, timeZone, onClose }: { ask: FormAsk; timeZone: string; onClose(): void }) {
  const t = useText();
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(ask.fields.map((field) => [field.name, firstOf(field)])),
  );
  const [second, setSecond] = useState(NOBODY);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const filled = ask.fields.every(({ name, optional }) => optional === true || (values[name] ?? '').trim() !== '');
  const ready = filled && (ask.second === undefined || isComplete(second)) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    ask.act(values, ask.second === undefined ? undefined : second).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setSecond((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={t(ask.title)}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t(ask.send)} ready={ready} onBack={onClose} onSend={send} testId="send-form" />}
    >
      <p>{t(ask.how)}</p>
      {ask.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {ask.second !== undefined && <NumberAndPinFields label={t(ask.second)} value={second} onChange={setSecond} />}
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}

function Field({ field, value, onChange }: { field: FormField; value: string; onChange(value: string): void }) {
  const t = useText();
  const { choices, lines, most } = field;
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{t(field.label)}</span>
      {choices !== undefined && (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([code, words]) => (
            <option key={code} value={code}>
              {t(words)}
            </option>
          ))}
        </select>
      )}
      {choices === undefined && lines !== undefined && (
        <textarea
          id={id}
          rows={lines}
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {choices === undefined && lines === undefined && (
        <input
          id={id}
          maxLength={most}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </label>
  );
}
