import { momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Heading, Panel } from '../../ui/panel.tsx';
import tables from '../../ui/table.module.css';
import type { Technician } from '../use_technician.ts';
import { FieldHex } from './hex.tsx';
import styles from './wire_page.module.css';
import { Words } from './wire_table.tsx';

/** Bytes of one part that are written out. */
const MOST = 64;

/** Z5: the chosen frame part by part, and the stored recordings of this device. */
export function FrameDetail({ technician }: { technician: Technician }) {
  const t = useText();
  const { chosen } = technician.wire;
  return (
    <Panel
      zone="Z5"
      title={t('tech.frame')}
      aside={chosen === null ? '' : t('tech.frame.bytes', { count: chosen.bytes })}
    >
      <div className={styles.upper}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={tables.scroll} tabIndex={0} aria-label={t('tech.frame')} data-scrolls>
          {chosen === null ? (
            <p className={tables.hint}>
              <Text id="tech.frame.none" />
            </p>
          ) : (
            <>
              <p className={tables.hint}>
                <Words entry={chosen} />
              </p>
              <dl>
                {chosen.fields.map((field, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a part of a frame is its place
                  <div key={place} className={styles.field}>
                    <dt>{field.name}</dt>
                    <dd className="mono">
                      <FieldHex field={field} most={MOST} />
                    </dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </section>
      </div>
      <Heading title={t('tech.recordings')} />
      <div className={styles.lower}>
        <Recordings technician={technician} />
      </div>
      <p className={styles.foot}>
        <Text id="tech.wire.maskedAtSource" />
      </p>
    </Panel>
  );
}

/** Recordings of this device; each can be played against its driver, away from the lane. */
function Recordings({ technician }: { technician: Technician }) {
  const t = useText();
  const { view, device, commands, setReplayed, setDialog } = technician;
  const own = view.recordings.filter((one) => one.device === device?.name);
  const replay = (recording: string) => {
    void commands.run(commands.call.replay({ recording }), 'tech.doing.replay').then((answer) => {
      if (answer === null) return;
      setReplayed(answer);
      setDialog('replayed');
    });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={tables.scroll} tabIndex={0} aria-label={t('tech.recordings')} data-scrolls>
      {own.length === 0 && (
        <p className={tables.hint}>
          <Text id="tech.recordings.none" />
        </p>
      )}
      {own.map((one) => (
        <div key={one.id} className={styles.recording}>
          <span>
            {momentText(one.startedAt, view.lane.timeZone)}
            <br />
            {t('tech.recordings.entries', { count: one.entries })}
          </span>
          {one.endedAt === null ? (
            <span>{t('tech.recordings.running')}</span>
          ) : (
            <button type="button" onClick={() => replay(one.id)}>
              {t('tech.replay')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
