import { useText } from '../../i18n/text.tsx';
import { FACT_FORMS, type FactField, type Typed } from './fact_forms.ts';
import type { FactName } from './fact_names.ts';
import { fieldText, optionText } from './fact_words.ts';
import styles from './facts_dialog.module.css';

/** The fields of one fact; a field that is not right says so under itself. */
export function FactFields({
  name,
  typed,
  wrong,
  onType,
}: {
  name: FactName;
  typed: Typed;
  wrong: readonly string[];
  onType(field: string, value: string): void;
}) {
  const t = useText();
  const fields = FACT_FORMS[name];
  return (
    <div className={styles.fields} data-many={fields.length > 2}>
      {fields.map((field) => {
        const faulty = wrong.includes(field.name);
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: the input is drawn by FieldInput inside
          <label key={field.name} className={`field ${styles.field}`} data-wide={field.wide}>
            <span>
              {fieldText(name, field.name, t)}
              {field.optional === true && <small> {t('facts.optional')}</small>}
            </span>
            <FieldInput
              field={field}
              value={typed[field.name] ?? ''}
              faulty={faulty}
              onType={(value) => onType(field.name, value)}
            />
            {faulty && <em>{t(field.kind === 'day' ? 'facts.wrong.day' : 'facts.wrong.field')}</em>}
          </label>
        );
      })}
    </div>
  );
}

const YES_NO = ['yes', 'no'];
const YES_NO_UNKNOWN = ['unknown', 'yes', 'no'];

function FieldInput({
  field,
  value,
  faulty,
  onType,
}: {
  field: FactField;
  value: string;
  faulty: boolean;
  onType(value: string): void;
}) {
  const t = useText();
  const options =
    field.kind === 'yesNo' ? YES_NO : field.kind === 'yesNoUnknown' ? YES_NO_UNKNOWN : (field.options ?? null);
  if (options !== null)
    return (
      <select name={field.name} value={value} onChange={(event) => onType(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {optionText(option, t)}
          </option>
        ))}
      </select>
    );
  return (
    <input
      name={field.name}
      value={value}
      maxLength={field.longest}
      aria-invalid={faulty}
      autoComplete="off"
      spellCheck={false}
      inputMode={field.kind === 'count' || field.kind === 'day' ? 'numeric' : 'text'}
      placeholder={field.kind === 'day' ? t('facts.day.form') : undefined}
      onChange={(event) => onType(field.capitals === true ? event.target.value.toUpperCase() : event.target.value)}
    />
  );
}
