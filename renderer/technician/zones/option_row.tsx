import { useId } from 'react';
import type { MessageId } from '../../i18n/preferences.tsx';
import { useText } from '../../i18n/text.tsx';
import { fieldText, isChanged, valueInForce } from '../draft.ts';
import { useDriverText } from '../driver_texts.ts';
import type { DeviceSettings, OptionField } from '../page.ts';
import { wrongKey } from '../use_draft.ts';
import type { Technician } from '../use_technician.ts';
import styles from './settings_page.module.css';

/** Words for where a device is found; options have those of their driver. */
const CONNECTION: Readonly<Record<string, readonly [MessageId, MessageId]>> = {
  path: ['tech.option.path', 'tech.option.path.why'],
  'usb.vendorId': ['tech.option.vendorId', 'tech.option.vendorId.why'],
  'usb.productId': ['tech.option.productId', 'tech.option.productId.why'],
  'usb.serialNumber': ['tech.option.serialNumber', 'tech.option.serialNumber.why'],
};

/** One setting: its title and reason, its field, and what was before once it is changed. */
export function OptionRow({
  technician,
  settings,
  field,
  held,
}: {
  technician: Technician;
  settings: DeviceSettings;
  field: OptionField;
  held: boolean;
}) {
  const t = useText();
  const id = useId();
  const textOf = useDriverText();
  const { draft } = technician;
  const kept = draft.kept?.find((one) => one.name === settings.name);
  const wrong = draft.wrong[wrongKey(settings.name, field.path)];
  const text = wrong?.text ?? fieldText(field, valueInForce(settings, field));
  const changed = isChanged(kept, settings, field);
  const was = fieldText(field, valueInForce(kept, field));
  const connection = CONNECTION[field.path];
  const key = field.path.replace(/^options\./, 'option.');
  const title = connection === undefined ? (textOf(settings.driver, key) ?? field.path) : t(connection[0]);
  const why = connection === undefined ? (textOf(settings.driver, `${key}.why`) ?? '') : t(connection[1]);
  const note = `${id}-note`;
  return (
    <div className={styles.option} data-option={field.path} data-changed={changed}>
      <label htmlFor={id} className={styles.title}>
        {title}
      </label>
      <p id={`${id}-why`} className={styles.why}>
        {why}
      </p>
      <div className={styles.control}>
        <Control
          field={field}
          text={text}
          id={id}
          describedBy={`${id}-why ${note}`}
          wrong={wrong !== undefined}
          held={held}
          onType={(typed) => draft.type(settings.name, field, typed)}
        />
        <p id={note} className={styles.note} role={wrong === undefined ? undefined : 'alert'}>
          {wrong !== undefined && t(`tech.field.${wrong.why}`)}
          {wrong === undefined && changed && (
            <>
              <b>{t('tech.changed')}</b> <span>{t('tech.was', { value: was === '' ? '–' : was })}</span>
            </>
          )}
          {wrong === undefined && !changed && field.min !== null && field.max !== null && (
            <span>
              {field.min} – {field.max}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}

function Control({
  field,
  text,
  id,
  describedBy,
  wrong,
  held,
  onType,
}: {
  field: OptionField;
  text: string;
  id: string;
  describedBy: string;
  wrong: boolean;
  held: boolean;
  onType(text: string): void;
}) {
  const t = useText();
  const shared = { id, 'aria-describedby': describedBy, disabled: held };
  if (field.type === 'choice' || field.type === 'switch') {
    const choices = field.type === 'switch' ? ['true', 'false'] : field.choices;
    const word = (choice: string) =>
      field.type === 'switch' ? t(choice === 'true' ? 'tech.switch.on' : 'tech.switch.off') : choice;
    return (
      <select {...shared} value={text} onChange={(event) => onType(event.target.value)}>
        {(choices.includes(text) ? choices : [text, ...choices]).map((choice) => (
          <option key={choice} value={choice}>
            {choice === '' ? '–' : word(choice)}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === 'json') {
    return (
      <textarea
        {...shared}
        className="mono"
        rows={2}
        value={text}
        aria-invalid={wrong}
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      className={field.type === 'bytes' ? 'mono' : undefined}
      value={text}
      inputMode={field.type === 'number' ? 'numeric' : 'text'}
      aria-invalid={wrong}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
