import type { Ref } from 'react';
import { useText } from '../i18n/text.tsx';

export interface NumberAndPin {
  readonly number: string;
  readonly pin: string;
}

export const NOBODY: NumberAndPin = { number: '', pin: '' };

/** Whether both look as an officer's do: four to eight digits, a PIN of four to twelve. */
export function isComplete({ number, pin }: NumberAndPin): boolean {
  return /^\d{4,8}$/.test(number) && /^\d{4,12}$/.test(pin);
}

/** The two fields by which a person is known at this desk, whether to sign in or to stand beside another. */
export function NumberAndPinFields({
  label,
  value,
  onChange,
  first,
}: {
  label: string;
  value: NumberAndPin;
  onChange(value: NumberAndPin): void;
  first?: Ref<HTMLInputElement>;
}) {
  const t = useText();
  return (
    <>
      <label className="field">
        <span>{label}</span>
        <input
          ref={first}
          value={value.number}
          onChange={(event) => onChange({ ...value, number: event.target.value.trim() })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
        />
      </label>
      <label className="field">
        <span>{t('login.pin')}</span>
        <input
          type="password"
          value={value.pin}
          onChange={(event) => onChange({ ...value, pin: event.target.value })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
        />
      </label>
    </>
  );
}
