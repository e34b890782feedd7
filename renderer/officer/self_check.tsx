import type { BoothView } from '../../contract/session.ts';
import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { LOOK_OF_AGE, type Look, lookOfDevice } from '../ui/status.ts';
import styles from './login_screen.module.css';

const MISSING: Look = { glyph: 'to-resolve', tone: 'warn' };
const GOOD: Look = { glyph: 'passed', tone: 'ok' };
const BROKEN: Look = { glyph: 'blocking', tone: 'block' };

/** Whether the booth is fit to work, before anyone answers for it. */
export function SelfCheck({ booth, now }: { booth: BoothView; now: number }) {
  const t = useText();
  const { age, count } = useFormats();
  const reader = booth.devices.find((device) => device.kind === 'MRZ_READER');
  const state = reader?.state ?? 'none';
  const lines: readonly (readonly [string, Look, string])[] = [
    ['reader', lookOfDevice(state), t('self.reader', { state: t(`device.state.${state}`) })],
    [
      'lists',
      booth.lists === null ? MISSING : LOOK_OF_AGE[booth.lists.age],
      booth.lists === null
        ? t('self.lists.none')
        : t('self.lists', { count: booth.lists.count, age: age(now - booth.lists.oldestAsOf) }),
    ],
    ...(booth.lists?.age === 'EXPIRED' ? [['expired', BROKEN, t('lists.expired')] as const] : []),
    [
      'journal',
      booth.journal.ok ? GOOD : BROKEN,
      t(booth.journal.ok ? 'self.journal' : 'self.journal.broken', { count: count(booth.journal.entries) }),
    ],
    ...(booth.storeSetAside ? [['store', MISSING, t('self.setAside')] as const] : []),
    ...(booth.openCase
      ? [['case', { glyph: 'information', tone: 'quiet' } as const, t('self.openCase')] as const]
      : []),
  ];
  return (
    <aside className={styles.check}>
      <h2>{t('self.title')}</h2>
      <ul>
        {lines.map(([key, look, words]) => (
          <li key={key}>
            <Glyph name={look.glyph} tone={look.tone} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {booth.demoOfficers.length > 0 && <DemoOfficers booth={booth} />}
    </aside>
  );
}

/** Numbers and PINs of the invented officers, in training only. */
function DemoOfficers({ booth }: { booth: BoothView }) {
  const t = useText();
  return (
    <div className={styles.demo}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('login.number')}</th>
            <th scope="col">{t('login.pin')}</th>
            <th scope="col">{t('self.role')}</th>
          </tr>
        </thead>
        <tbody>
          {booth.demoOfficers.map((officer) => (
            <tr key={officer.number}>
              <td className="mono">{officer.number}</td>
              <td className="mono">{officer.pin}</td>
              <td>{t(`role.${officer.role}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
