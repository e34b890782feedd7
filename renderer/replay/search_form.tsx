import type { BoothClient } from '../client/booth_client.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { Panel } from '../ui/panel.tsx';
import styles from './replay_screen.module.css';

export const FIND_BY = ['RECORD', 'DAY', 'DOCUMENT'] as const;

/** What is typed into the form. */
export interface Asked {
  readonly reason: string;
  readonly by: (typeof FIND_BY)[number];
  readonly recordNumber: string;
  readonly day: string;
  readonly issuer: string;
  readonly number: string;
}
export const NOTHING_ASKED: Asked = { reason: '', by: 'RECORD', recordNumber: '', day: '', issuer: '', number: '' };

type Search = Parameters<BoothClient['replay']['search']>[0];

/** dd/mm/yyyy as YYYY-MM-DD; null for what is no day of a calendar. */
function dayOf(typed: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim()) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}

/** The question as the booth takes it, or null while something is wanting. */
export function searchOf({ reason, by, recordNumber, day, issuer, number }: Asked): Search | null {
  if (reason.trim().length < 5) return null;
  if (by === 'DAY') {
    const typed = dayOf(day);
    return typed === null ? null : { reason, by: { what: by, day: typed } };
  }
  if (by === 'RECORD')
    return /^[A-Z0-9]{1,6}-\d{1,15}$/.test(recordNumber) ? { reason, by: { what: by, recordNumber } } : null;
  const whole = /^[A-Z]{1,3}$/.test(issuer) && /^[A-Z0-9]{1,20}$/.test(number);
  return whole ? { reason, by: { what: by, issuer, number } } : null;
}

/** Z2 before a case is open: the reason first, then by what to find. */
export function SearchForm({ asked, onAsk, onSend }: { asked: Asked; onAsk(asked: Asked): void; onSend(): void }) {
  const t = useText();
  const text = (value: string): string => value.toUpperCase().trim();
  const field = (label: string, value: string, set: (value: string) => void, hint = '') => (
    <label className="field">
      <span>{label}</span>
      <input
        value={value}
        placeholder={hint}
        maxLength={22}
        autoComplete="off"
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <Panel zone="Z2" title={t('replay.search')}>
      <form
        className={styles.form}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) onSend();
        }}
      >
        <label className="field">
          <span>{t('replay.search.reason')}</span>
          <textarea
            rows={3}
            maxLength={200}
            value={asked.reason}
            placeholder={t('replay.search.reason.hint')}
            onChange={(event) => onAsk({ ...asked, reason: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('replay.search.what')}</span>
          <select
            value={asked.by}
            onChange={(event) => {
              const by = FIND_BY.find((one) => one === event.target.value);
              if (by !== undefined) onAsk({ ...asked, by });
            }}
          >
            {FIND_BY.map((by) => (
              <option key={by} value={by}>
                {t(`replay.by.${by}`)}
              </option>
            ))}
          </select>
        </label>
        {asked.by === 'RECORD' &&
          field(t('replay.by.RECORD'), asked.recordNumber, (value) => onAsk({ ...asked, recordNumber: text(value) }))}
        {asked.by === 'DAY' &&
          field(t('replay.by.DAY'), asked.day, (day) => onAsk({ ...asked, day }), t('replay.search.dayForm'))}
        {asked.by === 'DOCUMENT' && (
          <>
            {field(t('replay.search.issuer'), asked.issuer, (value) => onAsk({ ...asked, issuer: text(value) }))}
            {field(t('replay.search.number'), asked.number, (value) => onAsk({ ...asked, number: text(value) }))}
          </>
        )}
        <Button
          strong={searchOf(asked) !== null}
          closed={searchOf(asked) === null}
          onPress={onSend}
          testId="replay-search"
        >
          {t('replay.search.send')} <KeyCap>Ctrl Enter</KeyCap>
        </Button>
      </form>
    </Panel>
  );
}
