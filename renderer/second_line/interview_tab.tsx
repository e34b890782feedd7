import { useState } from 'react';
import type { SecondLineCase, SecondLineView } from '../../contract/second_line_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import styles from './second_line.module.css';

/** The interview: questions of the catalogue and free ones, each with who asked, when, and the answer in the officer's words. */
export function InterviewTab({
  file,
  questions,
  mine,
  client,
}: {
  file: SecondLineCase;
  questions: SecondLineView['questions'];
  mine: boolean;
  client: BoothClient;
}) {
  const t = useText();
  const { language } = usePreferences();
  const open = questions.filter(({ id }) => !file.interview.some(({ question }) => question === id));
  return (
    <Panel
      zone="Z4"
      title={t('second.tab.interview')}
      aside={t('second.interview.count', { count: file.interview.length })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div className={table.scroll} data-scrolls tabIndex={0}>
        {file.interview.length === 0 && (
          <p className={table.hint}>
            <Text id="second.interview.none" />
          </p>
        )}
        <ul className={styles.list}>
          {file.interview.map((one) => (
            <li key={`${one.at}-${one.question}`} className={styles.line}>
              <b>{questions.find(({ id }) => id === one.question)?.text[language] ?? one.asked}</b>
              <span className="mono">{one.by}</span>
              <p>{one.answer}</p>
            </li>
          ))}
        </ul>
      </div>
      {mine && <Ask file={file.file} open={open} client={client} />}
    </Panel>
  );
}

function Ask({ file, open, client }: { file: string; open: SecondLineView['questions']; client: BoothClient }) {
  const t = useText();
  const { language } = usePreferences();
  const [question, setQuestion] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  const [answer, setAnswer] = useState('');
  const [error, setError] = useState<Sentence | null>(null);
  const chosen = question ?? open[0]?.id ?? '';
  const free = chosen === '';
  const ready = answer.trim() !== '' && (!free || asked.trim() !== '');
  const send = () => {
    if (!ready) return;
    setError(null);
    client.secondLine
      .answer({ file, question: free ? null : chosen, asked: free ? asked.trim() : null, answer: answer.trim() })
      .then(
        () => {
          setAnswer('');
          setAsked('');
          setQuestion(null);
        },
        (problem: unknown) => setError(sentenceOf(problem)),
      );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from any field of the form
    <div
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) send();
      }}
    >
      <label className="field">
        <span>{t('second.interview.question')}</span>
        <select value={chosen} onChange={(event) => setQuestion(event.target.value)} data-testid="question">
          {open.map(({ id, group, text }) => (
            <option key={id} value={id}>
              {`${t(`second.group.${group}`)}: ${text[language]}`}
            </option>
          ))}
          <option value="">{t('second.interview.free')}</option>
        </select>
      </label>
      {free && (
        <label className="field">
          <span>{t('second.interview.asked')}</span>
          <input value={asked} maxLength={300} onChange={(event) => setAsked(event.target.value)} />
        </label>
      )}
      <label className="field">
        <span>{t('second.interview.answer')}</span>
        <textarea
          rows={2}
          value={answer}
          maxLength={1000}
          data-testid="answer"
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
      <div>
        <Button closed={!ready} onPress={send} testId="send-answer">
          {t('second.interview.send')} <KeyCap>Ctrl Enter</KeyCap>
        </Button>
      </div>
    </div>
  );
}
