import type { ReplayedCase } from '../../contract/replay_view.ts';
import { dateText, dayText, stopwatchText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Panel, Row } from '../ui/panel.tsx';
import styles from './replay_screen.module.css';

/** Z2: who it was and how it ended, and whether the journal of the case holds. */
export function PersonPanel({ replayed, timeZone }: { replayed: ReplayedCase; timeZone: string }) {
  const t = useText();
  const { person, proof, law } = replayed;
  const name = person.surname === '' ? person.givenNames : person.surname;
  return (
    <Panel zone="Z2" title={t('replay.case')} aside={<span className="mono">{replayed.recordNumber}</span>}>
      <div className={styles.photos}>
        {(['replay.photo.here', 'replay.photo.chip'] as const).map((where) => (
          <figure key={where}>
            <div>{t('replay.photo')}</div>
            <figcaption>{t(where)}</figcaption>
          </figure>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('replay.case')} data-scrolls>
        <p className={styles.name}>
          <b title={name}>{name}</b>
          {person.surname !== '' && <span title={person.givenNames}>{person.givenNames}</span>}
        </p>
        <dl>
          <Row label={t('replay.day')}>{dayText(replayed.openedAt, timeZone)}</Row>
          <Row label={t('replay.lane')}>
            {replayed.lane} · {t(`direction.${replayed.direction}`)}
          </Row>
          <Row label={t('replay.document')} mono>
            {person.issuer} {person.number}
          </Row>
          <Row label={t('replay.birth')}>{dateText(person.birthDate)}</Row>
          <Row label={t('replay.officer')}>{replayed.decidedBy}</Row>
          <Row label={t('replay.decision')}>{t(`replay.outcome.${replayed.outcome}`)}</Row>
          <Row label={t('replay.stay')}>
            {law?.said.stayUntil ? dateText(law.said.stayUntil) : t('replay.stay.none')}
          </Row>
          <Row label={t('replay.took')}>{stopwatchText(replayed.closedAt - replayed.openedAt)}</Row>
        </dl>
      </section>
      <div className={styles.proof} data-testid="proof" data-ok={proof.ok}>
        <p data-tone={proof.ok ? 'ok' : 'block'}>
          <Glyph name={proof.ok ? 'passed' : 'failed'} tone={proof.ok ? 'ok' : 'block'} />
          <b>{t(proof.ok ? 'replay.chain.ok' : 'replay.chain.broken')}</b>
        </p>
        <small>
          {proof.ok
            ? t('replay.chain.detail', { entries: proof.entries, first: proof.first, last: proof.last })
            : t('replay.chain.broken.detail', { count: proof.broken.length, seq: proof.broken[0]?.seq ?? 0 })}
        </small>
      </div>
    </Panel>
  );
}
