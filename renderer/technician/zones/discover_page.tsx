import type { FoundDevice } from '../../../contract/technician_view.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Panel, Row } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import type { Technician } from '../use_technician.ts';
import styles from './discover_page.module.css';

/** What stands at the machine's ports: known exactly, known by a shared number only, or unknown. */
export function DiscoverPage({ technician }: { technician: Technician }) {
  const t = useText();
  const { found, chosen, choose, look } = technician.discovery;
  return (
    <>
      <Panel
        zone="Z4"
        title={t('tech.discover.title')}
        aside={
          <button type="button" className={styles.look} onClick={look}>
            {t('tech.discover.look')}
          </button>
        }
      >
        {found === null || found.length === 0 ? (
          <div className={tables.empty}>
            <p>
              <Text id={found === null ? 'tech.doing.discover' : 'tech.discover.none.detail'} />
            </p>
          </div>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className={tables.scroll} tabIndex={0} aria-label={t('tech.discover.title')} data-scrolls>
            <table className={`${tables.table} ${styles.table}`}>
              <thead>
                <tr>
                  <th scope="col">{t('tech.column.port')}</th>
                  <th scope="col">{t('tech.discover.product')}</th>
                  <th scope="col">{t('tech.discover.numbers')}</th>
                  <th scope="col">{t('tech.discover.match')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <FoundRow key={one.port} found={one} chosen={one.port === chosen?.port} onChoose={choose} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Panel>
      <FoundDetail technician={technician} />
    </>
  );
}

const numbersOf = ({ vendorId, productId }: FoundDevice): string =>
  vendorId === null ? '–' : `${vendorId}:${productId ?? '–'}`;

function FoundRow({ found, chosen, onChoose }: { found: FoundDevice; chosen: boolean; onChoose(port: string): void }) {
  return (
    <tr data-found={found.port} data-chosen={chosen}>
      <th scope="row">
        <button type="button" className={tables.name} aria-pressed={chosen} onClick={() => onChoose(found.port)}>
          <b className="mono">{found.port}</b>
          <small>{found.link}</small>
        </button>
      </th>
      <td>
        <span className={tables.cut}>{found.product ?? '–'}</span>
      </td>
      <td className="mono">{numbersOf(found)}</td>
      <td>
        <Match found={found} />
      </td>
    </tr>
  );
}

/** How surely the device is known, by shape and word. */
function Match({ found }: { found: FoundDevice }) {
  const t = useText();
  const [best] = found.matches;
  if (found.usedBy !== null) {
    return (
      <span className={tables.state} data-tone="quiet">
        <Glyph name="information" />
        <span>{t('tech.match.USED', { device: found.usedBy })}</span>
      </span>
    );
  }
  const strength = best?.strength ?? 'NONE';
  const look = { EXACT: ['passed', 'ok'], WEAK: ['undetermined', 'warn'], NONE: ['not-performed', 'quiet'] } as const;
  const [glyph, tone] = look[strength];
  return (
    <span className={tables.state} data-tone={tone}>
      <Glyph name={glyph} tone={tone} />
      <span>
        {t(`tech.match.${strength}`)}
        {best !== undefined && <small> {best.driver}</small>}
      </span>
    </span>
  );
}

/** Z5: the chosen port, and what it answered when it was asked. */
function FoundDetail({ technician }: { technician: Technician }) {
  const t = useText();
  const { chosen, probed } = technician.discovery;
  if (chosen === null) {
    return (
      <Panel zone="Z5" title={t('tech.detail')}>
        <p className={tables.hint}>
          <Text id="tech.discover.hint" />
        </p>
      </Panel>
    );
  }
  const answer = probed[chosen.port];
  return (
    <Panel zone="Z5" title={t('tech.detail')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={tables.scroll} tabIndex={0} aria-label={t('tech.detail')} data-scrolls>
        <dl>
          <Row label={t('tech.column.port')} mono>
            {chosen.port}
          </Row>
          <Row label={t('tech.discover.product')}>{chosen.product ?? '–'}</Row>
          <Row label={t('tech.discover.numbers')} mono>
            {numbersOf(chosen)}
          </Row>
          <Row label={t('tech.serialNumber')} mono>
            {chosen.serialNumber ?? '–'}
          </Row>
          {chosen.matches.map((match) => (
            <Row key={match.driver} label={t(`tech.match.${match.strength}`)} mono>
              {match.driver}
            </Row>
          ))}
        </dl>
        {answer !== undefined && (
          <dl data-testid="probed">
            <Row label={t('tech.probe.answered')} mono>
              {answer.driver ?? t('tech.probe.nothing')}
            </Row>
            <Row label={t('tech.firmware')} mono>
              {answer.firmware ?? '–'}
            </Row>
            {answer.problem !== null && <Row label={t('tech.problem')}>{answer.problem}</Row>}
          </dl>
        )}
        <p className={tables.hint}>
          <Text
            id={
              chosen.matches.some((match) => match.strength === 'EXACT') ? 'tech.discover.hint' : 'tech.discover.weak'
            }
          />
        </p>
      </section>
    </Panel>
  );
}
