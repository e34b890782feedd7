import { type FormEvent, useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { AskedPerson } from '../asked_person.ts';
import type { Searching } from '../use_search.ts';
import styles from './search_page.module.css';

const SEXES = ['', 'M', 'F', 'X'] as const;

/** Z2: whom to look for. Enter sends: it decides nothing, and the journal knows who asked. */
export function SearchForm({ searching }: { searching: Searching }) {
  const t = useText();
  const { search, type } = searching;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    searching.send();
  };
  const field = (name: keyof Omit<AskedPerson, 'sex'>, longest: number, capitals = false) => (
    <label className="field">
      <span>{t(`admin.ask.${name}`)}</span>
      <input
        ref={name === 'name' ? first : undefined}
        value={search.typed[name]}
        onChange={(event) => type({ [name]: capitals ? event.target.value.toUpperCase() : event.target.value })}
        maxLength={longest}
        autoComplete="off"
        spellCheck={false}
        placeholder={name === 'birthDate' ? t('admin.ask.birthDate.form') : undefined}
      />
    </label>
  );
  return (
    <Panel zone="Z2" title={t('admin.page.search')}>
      <div className={styles.form}>
        <form onSubmit={send}>
          {field('name', 200)}
          <div className={styles.pair}>
            {field('birthDate', 10)}
            <label className="field">
              <span>{t('admin.ask.sex')}</span>
              <select
                value={search.typed.sex}
                onChange={(event) => type({ sex: SEXES.find((sex) => sex === event.target.value) ?? '' })}
              >
                {SEXES.map((sex) => (
                  <option key={sex} value={sex}>
                    {sex === '' ? t('admin.ask.any') : t(`sex.${sex}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {field('nationality', 3, true)}
          <div className={styles.pair}>
            {field('documentNumber', 40, true)}
            {field('issuer', 3, true)}
          </div>
          {field('personalNumber', 40)}
          <button type="submit" className={styles.send} aria-disabled={search.running}>
            {t('admin.search.send')} <KeyCap>Enter</KeyCap>
          </button>
          <button type="button" className={styles.clear} onClick={searching.clear}>
            {t('admin.search.clear')}
          </button>
        </form>
      </div>
    </Panel>
  );
}
