import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { RegisterKeyDialog } from '../access/register_key_dialog.tsx';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { clockText } from '../i18n/formats.ts';
import { type Language, usePreferences } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { NOBODY, NumberAndPinFields } from '../ui/number_and_pin.tsx';
import styles from './login_screen.module.css';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
];
/** The roles that have a screen at this window. */
const SCREENS: readonly string[] = ['officer', 'supervisor', 'head-of-unit', 'watchlist-admin'];
const SHIFTS = ['1', '2', '3'] as const;
type Shift = (typeof SHIFTS)[number];

/** The shift that runs at this hour at the gate: 22-06, 06-14, 14-22. */
function shiftAt(now: number, timeZone: string): Shift {
  const hour = Number(clockText(now, timeZone).slice(0, 2));
  return hour >= 22 || hour < 6 ? '1' : hour < 14 ? '2' : '3';
}

/** Officer number, PIN, direction and shift. Enter sends: this is the one form where it may. */
export function LoginForm({ booth, client }: { booth: BoothView; client: BoothClient }) {
  const t = useText();
  const [person, setPerson] = useState(NOBODY);
  const [direction, setDirection] = useState(booth.direction);
  const [shift, setShift] = useState<Shift>(() => shiftAt(booth.now, booth.lane.timeZone));
  const first = useRef<HTMLInputElement>(null);
  // The one thing to do on this screen is to type the number.
  useEffect(() => first.current?.focus(), []);
  const [error, setError] = useState<Sentence | null>(null);
  const [sending, setSending] = useState(false);
  const [registering, setRegistering] = useState(false);
  const wrongRole = booth.signedIn !== null && !booth.signedIn.roles.some((role) => SCREENS.includes(role));
  useEffect(() => {
    if (wrongRole) setError({ id: 'login.noScreen' });
  }, [wrongRole]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setSending(true);
    client.session
      .signIn({ ...person, direction, shift })
      .catch((problem: unknown) => setError(sentenceOf(problem, booth.lane.timeZone)))
      .finally(() => {
        setPerson((typed) => ({ ...typed, pin: '' }));
        setSending(false);
      });
  };
  return (
    <>
      <form className={styles.card} onSubmit={send}>
        <h1>{t('login.title', { lane: booth.lane.id })}</h1>
        <GateName booth={booth} />
        <NumberAndPinFields label={t('login.number')} value={person} onChange={setPerson} first={first} />
        <div className={styles.pair}>
          <label className="field">
            <span>{t('login.direction')}</span>
            <select
              value={direction}
              onChange={(event) => setDirection(event.target.value === 'DEPARTURE' ? 'DEPARTURE' : 'ARRIVAL')}
            >
              <option value="ARRIVAL">{t('direction.ARRIVAL')}</option>
              <option value="DEPARTURE">{t('direction.DEPARTURE')}</option>
            </select>
          </label>
          <label className="field">
            <span>{t('login.shift')}</span>
            <select
              value={shift}
              onChange={(event) => setShift(SHIFTS.find((one) => one === event.target.value) ?? '1')}
            >
              {SHIFTS.map((one) => (
                <option key={one} value={one}>
                  {t('top.shift', { shift: one })}, {t(`shift.short.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p role="alert" className={styles.error}>
          {error !== null && t(error.id, error.values)}
        </p>
        <button type="submit" className={styles.submit} aria-disabled={sending}>
          {t(sending ? 'login.sending' : 'login.send')} <KeyCap>Enter</KeyCap>
        </button>
        {booth.securityKeys && (
          <Button testId="open-register-key" onPress={() => setRegistering(true)}>
            {t('access.register')}
          </Button>
        )}
        <Choices />
      </form>
      {registering && (
        <RegisterKeyDialog client={client} timeZone={booth.lane.timeZone} onClose={() => setRegistering(false)} />
      )}
    </>
  );
}

function GateName({ booth }: { booth: BoothView }) {
  const { language } = usePreferences();
  return <p>{booth.lane.gate[language]}</p>;
}

function Choices() {
  const { language, setLanguage, toggleTheme } = usePreferences();
  return (
    <div className={styles.choices}>
      <span className={styles.languages}>
        {LANGUAGES.map(([code, name]) => (
          <Button key={code} pressed={language === code} onPress={() => setLanguage(code)}>
            <span lang={code}>{name}</span>
          </Button>
        ))}
      </span>
      <Button onPress={toggleTheme}>
        <Text id="login.theme" /> <KeyCap>Ctrl D</KeyCap>
      </Button>
    </div>
  );
}
