import { useEffect, useRef } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { useDriverText } from '../driver_texts.ts';
import type { Asked, Profile, Replayed } from '../page.ts';
import styles from './dialogs.module.css';

function Foot({ onClose }: { onClose(): void }) {
  return (
    <>
      <span />
      <Button onPress={onClose}>
        <Text id="dialog.back" /> <KeyCap>Esc</KeyCap>
      </Button>
    </>
  );
}

/** What the device said of itself, question by question. */
export function AskedDialog({ asked, driver, onClose }: { asked: Asked; driver: string; onClose(): void }) {
  const t = useText();
  const textOf = useDriverText();
  return (
    <Dialog title={t('tech.asked')} onClose={onClose} onSubmit={onClose} foot={<Foot onClose={onClose} />}>
      {asked.steps === null ? (
        <p className={styles.what}>{t('tech.asked.nothing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={styles.list} tabIndex={0} aria-label={t('tech.asked')} data-scrolls>
          <table>
            <tbody>
              {asked.steps.map((step) => (
                <tr key={step.step}>
                  <td>
                    <Glyph name={step.ok ? 'passed' : 'failed'} tone={step.ok ? 'ok' : 'block'} />
                    <span className="hidden-text">{t(step.ok ? 'tech.result.PASSED' : 'tech.result.FAILED')}</span>
                  </td>
                  <th scope="row">{textOf(driver, `step.${step.step}`) ?? step.step}</th>
                  <td className="mono">{step.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

/** Whether the driver said the same again, and where not. */
export function ReplayedDialog({ replayed, onClose }: { replayed: Replayed; onClose(): void }) {
  const t = useText();
  return (
    <Dialog title={t('tech.replayed')} onClose={onClose} onSubmit={onClose} foot={<Foot onClose={onClose} />}>
      <p className={styles.check}>
        <Glyph name={replayed.same ? 'passed' : 'to-resolve'} tone={replayed.same ? 'ok' : 'warn'} />
        <span>
          {replayed.same
            ? t('tech.replayed.same', { sent: replayed.sent, heard: replayed.heard })
            : t('tech.replayed.differs', { at: replayed.differsAt ?? 0 })}
        </span>
      </p>
      {!replayed.same && (
        <dl className={styles.what}>
          <dt>{t('tech.selftest.expected')}</dt>
          <dd className="mono">{replayed.expected ?? '–'}</dd>
          <dt>{t('tech.replayed.said')}</dt>
          <dd className="mono">{replayed.said ?? '–'}</dd>
        </dl>
      )}
    </Dialog>
  );
}

/** What a signed file of settings would change, and who signed it; trying it is a trial like any other. */
export function ProfileDialog({ profile, onTry, onClose }: { profile: Profile; onTry(): void; onClose(): void }) {
  const t = useText();
  const body = useRef<HTMLElement>(null);
  useEffect(() => body.current?.focus(), []);
  const ready = profile.changes.length > 0;
  const send = () => {
    if (!ready) return;
    onTry();
    onClose();
  };
  return (
    <Dialog
      title={t('tech.profile.read')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('tech.try')} ready={ready} onBack={onClose} onSend={send} testId="try-profile" />}
    >
      <p className={styles.check}>
        <Glyph name={profile.trusted ? 'passed' : 'to-resolve'} tone={profile.trusted ? 'ok' : 'warn'} />
        <span>
          {t(profile.trusted ? 'tech.profile.trusted' : 'tech.profile.foreign', {
            by: profile.signedBy,
            lane: profile.lane,
          })}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={body} className={styles.list} tabIndex={0} aria-label={t('tech.changes')} data-scrolls>
        <table>
          <tbody>
            {profile.changes.map((change) => (
              <tr key={`${change.device} ${change.path}`}>
                <th scope="row">{change.device}</th>
                <td>{change.path === '' ? t(`tech.change.${change.kind}`) : change.path}</td>
                <td className="mono">
                  {change.from ?? '–'} → {change.to ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {!ready && <p className={styles.what}>{t('tech.profile.nothing')}</p>}
      </section>
    </Dialog>
  );
}
