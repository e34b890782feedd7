import { useRef } from 'react';
import type { TrialView } from '../../../contract/technician_view.ts';
import { momentText } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Heading, Panel, Row } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save_file.ts';
import tables from '../../ui/table.module.css';
import { readable } from '../log_words.ts';
import type { Technician } from '../use_technician.ts';
import styles from './settings_page.module.css';

/** Events of the log that tell of settings. */
const ABOUT_SETTINGS = /SETTING|TRIAL|PROFILE/;

/** Z5: what the tried devices do, and below what was changed before. */
export function TrialPanel({ technician, device }: { technician: Technician; device: string | null }) {
  const t = useText();
  const { view, log } = technician;
  const { trial } = view;
  const history = (log.entries ?? []).filter(
    (entry) => ABOUT_SETTINGS.test(entry.event) && (device === null || entry.text.includes(device)),
  );
  return (
    <Panel zone="Z5" title={t('tech.evidence')}>
      <div className={styles.half}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={tables.scroll} tabIndex={0} aria-label={t('tech.evidence')} data-scrolls>
          {trial === null ? (
            <p className={tables.hint}>
              <Text id="tech.evidence.none" />
            </p>
          ) : (
            <Evidence trial={trial} />
          )}
        </section>
      </div>
      <Heading title={t('tech.history')} />
      <div className={styles.half}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={tables.scroll} tabIndex={0} aria-label={t('tech.history')} data-scrolls>
          {history.length === 0 && (
            <p className={tables.hint}>
              <Text id="tech.history.none" />
            </p>
          )}
          {history.map((entry) => (
            <p key={entry.seq} className={styles.entry}>
              <small>
                {momentText(entry.at, view.lane.timeZone)} · {entry.by}
              </small>
              {readable(entry.text)}
            </p>
          ))}
        </section>
      </div>
      <ProfileTools technician={technician} />
    </Panel>
  );
}

/** Beats, faults and reads of each tried device since the trial began; they decide whether it may be kept. */
function Evidence({ trial }: { trial: TrialView }) {
  const t = useText();
  return (
    <>
      {trial.evidence.map((one) => (
        <dl key={one.device} data-evidence={one.device}>
          <Row label={one.device}>
            <span className={styles.value}>
              <Glyph
                name={one.state === 'ready' || one.state === 'busy' ? 'passed' : 'running'}
                tone={one.state === 'ready' || one.state === 'busy' ? 'ok' : 'run'}
              />
              {t(`device.state.${one.state}`)}
            </span>
          </Row>
          <Row label={t('tech.evidence.beats')}>{one.beats}</Row>
          <Row label={t('tech.evidence.faults')}>
            <span className={styles.value}>
              <Glyph name={one.faults === 0 ? 'passed' : 'to-resolve'} tone={one.faults === 0 ? 'ok' : 'warn'} />
              {one.faults}
            </span>
          </Row>
          <Row label={t('tech.reads')}>{one.reads}</Row>
        </dl>
      ))}
      <Heading title={t('tech.changes')} />
      {trial.changes.map((change) => (
        <p key={`${change.device} ${change.path}`} className={styles.entry}>
          <small>
            {change.device} {change.path}
          </small>
          {change.path === '' ? t(`tech.change.${change.kind}`) : `${change.from ?? '–'} → ${change.to ?? '–'}`}
        </p>
      ))}
      <p className={tables.hint}>
        <Text id="tech.evidence.hint" />
      </p>
    </>
  );
}

/** The lane's settings as a signed file, out and in. */
function ProfileTools({ technician }: { technician: Technician }) {
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  const { commands, view, setProfile, setDialog } = technician;
  const { run, call } = commands;
  const read = async (chosen: File) => {
    const profile = await run(call.readProfile({ text: await chosen.text() }), 'tech.doing.profile');
    if (profile === null) return;
    setProfile(profile);
    setDialog('profile');
  };
  return (
    <div className={styles.tools}>
      <Button
        testId="export-profile"
        onPress={() => {
          void run(call.exportProfile(), 'tech.doing.export').then((made) => {
            if (made !== null) saveFile(made);
          });
        }}
      >
        {t('tech.profile.export')}
      </Button>
      <Button closed={view.trial !== null} testId="read-profile" onPress={() => file.current?.click()}>
        {t('tech.profile.read')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={t('tech.profile.read')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          // The same file may be read again.
          event.target.value = '';
          if (chosen !== undefined) void read(chosen);
        }}
      />
    </div>
  );
}
