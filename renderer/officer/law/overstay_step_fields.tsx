import type { OverstayFileView } from '../../../contract/decisions_view.ts';
import { useText } from '../../i18n/text.tsx';
import { NumberAndPinFields } from '../../ui/number_and_pin.tsx';
import type { Overstay } from './law_words.ts';
import styles from './overstay_panel.module.css';
import type { DueStep, OverstayTyped } from './overstay_step.ts';

/** The fields of the step that is due; a step without any says what it does. */
export function OverstayStepFields({
  step,
  file,
  overstay,
  typed,
  onType,
}: {
  step: Exclude<DueStep, 'DONE'>;
  file: OverstayFileView | null;
  overstay: Overstay;
  typed: OverstayTyped;
  onType(changed: Partial<OverstayTyped>): void;
}) {
  const t = useText();
  const text = (name: 'million' | 'mitigating' | 'witness' | 'receipt' | 'reason', longest: number) => (
    <label className="field">
      <span>{t(`overstay.field.${name}`)}</span>
      <input
        value={typed[name]}
        maxLength={longest}
        autoComplete="off"
        inputMode={name === 'million' ? 'decimal' : 'text'}
        placeholder={name === 'mitigating' ? t('overstay.field.mitigating.hint') : undefined}
        onChange={(event) => onType({ [name]: event.target.value })}
      />
    </label>
  );
  const mayExpel = overstay.tiers.find(({ tier }) => tier === overstay.tier)?.expulsionPossible === true;
  switch (step) {
    case 'MEASURE':
      return (
        <>
          <div className={styles.pair}>
            {text('million', 8)}
            {text('mitigating', 500)}
          </div>
          {mayExpel && (
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={typed.expulsion}
                onChange={(event) => onType({ expulsion: event.target.checked })}
              />
              {t('overstay.field.expulsion')}
            </label>
          )}
          <p>{t(file?.decider === 'HEAD_OF_UNIT' ? 'overstay.decider.HEAD_OF_UNIT' : 'overstay.decider.SUPERVISOR')}</p>
          <div className={styles.pair}>
            <NumberAndPinFields
              label={t('login.number')}
              value={typed.decider}
              onChange={(decider) => onType({ decider })}
            />
          </div>
        </>
      );
    case 'MINUTES':
      return (
        <>
          <label className="field">
            <span>{t('overstay.field.signed')}</span>
            <select
              value={typed.signed}
              onChange={(event) => onType({ signed: event.target.value === 'SIGNED' ? 'SIGNED' : 'REFUSED_TO_SIGN' })}
            >
              <option value="SIGNED">{t('overstay.signed.SIGNED')}</option>
              <option value="REFUSED_TO_SIGN">{t('overstay.signed.REFUSED_TO_SIGN')}</option>
            </select>
          </label>
          {text('witness', 80)}
        </>
      );
    case 'PAYMENT':
      return (
        <>
          {text('receipt', 40)}
          {text('reason', 300)}
        </>
      );
    default:
      return <p>{t(`overstay.what.${step}`)}</p>;
  }
}
