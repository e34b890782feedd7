import type { ReplayedCase } from '../../contract/replay_view.ts';
import { clockText, dateText } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { useLawWords } from '../rules/law_words.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Heading, Panel, Row } from '../ui/panel.tsx';
import styles from './replay_screen.module.css';

const short = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-4)}`;

/** Z5: what today's rules would say, apart from the case; the chosen entry; and that this look is written down. */
export function TodayPanel({
  replayed,
  place,
  wholeHashes,
  viewedAs,
  timeZone,
}: {
  replayed: ReplayedCase;
  place: number;
  wholeHashes: boolean;
  viewedAs: number;
  timeZone: string;
}) {
  const t = useText();
  const moment = replayed.moments[place];
  const hash = (text: string) => (wholeHashes ? text : short(text));
  return (
    <Panel zone="Z5" title={t('replay.today')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('replay.today')} data-scrolls>
        <Today replayed={replayed} />
        <Heading title={t('replay.entry')} aside={moment?.afterwards ? t('replay.afterwards') : undefined} />
        {moment !== undefined && (
          <dl data-testid="entry" data-seq={moment.seq}>
            <Row label={t('replay.entry.seq')} mono>
              {moment.seq}
            </Row>
            <Row label={t('replay.entry.wall')}>
              {clockText(moment.wall, timeZone)},{String(moment.wall % 1000).padStart(3, '0')}
            </Row>
            <Row label={t('replay.entry.actor')}>
              {moment.actor === 'system' ? t('replay.entry.system') : moment.actor}
            </Row>
            <Row label={t('replay.entry.event')} mono>
              {moment.event}
            </Row>
            <Row label={t('replay.entry.hash')} mono>
              {hash(moment.hash)}
            </Row>
            <Row label={t('replay.entry.previous')} mono>
              {hash(moment.previousHash)}
            </Row>
          </dl>
        )}
        <p className={styles.saysHead}>{t('replay.entry.says')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className={styles.says} tabIndex={0} data-scrolls>
          {moment === undefined ? '' : pretty(moment.says)}
        </pre>
      </section>
      <p className={styles.viewed} data-testid="viewed-as" data-seq={viewedAs}>
        {t('replay.viewed', { seq: viewedAs })}
      </p>
    </Panel>
  );
}

/** What an entry says, a value a line; what was cut stays as it is. */
function pretty(says: string): string {
  try {
    return JSON.stringify(JSON.parse(says), null, 1);
  } catch {
    return says;
  }
}

function Today({ replayed }: { replayed: ReplayedCase }) {
  const t = useText();
  const words = useLawWords();
  const { law, today } = replayed;
  if (law === null) return <p className={styles.hint}>{t('replay.today.none')}</p>;
  return (
    <div className={styles.today} data-testid="today" data-same={today?.same} data-again={law.again}>
      {today !== null && (
        <p>
          <Glyph name={today.same ? 'passed' : 'information'} tone={today.same ? 'ok' : 'quiet'} />
          <b>{t(today.same ? 'replay.today.same' : 'replay.today.other')}</b>
        </p>
      )}
      {today !== null && !today.same && (
        <p>
          {t(`rules.outcome.${today.said.outcome}`)}
          {today.said.stayUntil !== null && ` ${t('rules.stay', { until: dateText(today.said.stayUntil) })}`}
          {today.said.reasons.length > 0 && `: ${today.said.reasons.map(words.reason).join('; ')}`}
        </p>
      )}
      {today !== null && <small>{t('replay.today.version', { version: today.version })}</small>}
      <small>{t('replay.today.lists')}</small>
      <p>
        <Glyph
          name={law.again === 'DIFFERS' ? 'to-resolve' : 'information'}
          tone={law.again === 'DIFFERS' ? 'warn' : 'quiet'}
        />
        <span>{t(`replay.again.${law.again}`, { fields: law.differs.join(', ') })}</span>
      </p>
    </div>
  );
}
