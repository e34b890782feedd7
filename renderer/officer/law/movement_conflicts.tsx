import type { FactsView } from '../../../contract/facts_view.ts';
import { dateText } from '../../i18n/formats.ts';
import { type Translate, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './journey_context.module.css';

type Movement = FactsView['movements'][number];
type Field = Movement['differing'][number]['field'];

function shown(field: Field, value: string | null, t: Translate): string {
  if (value === null) return '–';
  if (field === 'direction') return t(value === 'arrival' ? 'journey.arrival' : 'journey.departure');
  return field === 'date' || field === 'stayUntil' ? dateText(value) : value;
}

const own = (movement: Movement, field: Field): string | null =>
  field === 'visaNumber' ? movement.visaNumber : movement[field];

/** Crossings of which this booth and the centre tell differently: what each says, and that the booth's own is taken. */
export function MovementConflicts({ movements }: { movements: FactsView['movements'] }) {
  const t = useText();
  const conflicts = movements.flatMap((movement) => movement.differing.map((one) => ({ movement, ...one })));
  if (conflicts.length === 0) return null;
  return (
    <ul className={styles.conflicts} data-testid="movement-conflicts">
      {conflicts.map(({ movement, field, central }) => (
        <li key={`${movement.date} ${movement.direction} ${field}`}>
          <Glyph name="to-resolve" tone="warn" />
          <span>
            {t('journey.conflict', {
              crossing: shown('direction', movement.direction, t),
              day: dateText(movement.date),
              field: t(`journey.conflict.${field}`),
              own: shown(field, own(movement, field), t),
              central: shown(field, central, t),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
