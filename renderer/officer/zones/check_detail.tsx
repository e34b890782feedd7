import type { CheckView, ClearanceView } from '../../../contract/lane_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import type { MessageId } from '../../i18n/preferences.tsx';
import { Text, type Translate, useText } from '../../i18n/text.tsx';
import styles from './check_detail.module.css';
import { NotDone } from './not_done.tsx';

/** Under the checks: what the chosen one rests on, and the MRZ as it was read. */
export function CheckDetail({
  clearance,
  check,
  offline,
}: {
  clearance: ClearanceView;
  check: CheckView | undefined;
  offline: boolean;
}) {
  const t = useText();
  const formats = useFormats();
  if (check === undefined) return null;
  return (
    <section className={styles.detail}>
      <header>
        <h2>{t(`check.${check.check}`)}</h2>
        <span>
          <Text id="detail.hint" /> ↑ ↓
        </span>
      </header>
      <dl className={styles.facts}>
        {[...factsOf(check, t, formats), ...problemsOf(clearance, check, t), ...redone(check, offline, t)].map(
          ([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <NotDone check={check} />
      {check.check === 'MRZ_CHECK_DIGITS' && clearance.document !== null && (
        <Corrections document={clearance.document} />
      )}
      <Notes clearance={clearance} />
      {clearance.document !== null && <pre className={styles.mrz}>{clearance.document.lines.join('\n')}</pre>}
    </section>
  );
}

function factsOf(
  check: CheckView,
  t: ReturnType<typeof useText>,
  { duration, age }: ReturnType<typeof useFormats>,
): [string, string][] {
  const state = t(`state.${check.state}`);
  const reason = check.reason === null ? null : t(`reason.${check.reason}`);
  if (check.state === 'NOT_PERFORMED' || check.state === 'NOT_SUPPORTED') {
    return reason === null
      ? [[t('detail.result'), state]]
      : [
          [t('detail.result'), state],
          [t('detail.why'), reason],
        ];
  }
  const facts: [string, string][] = [[t('detail.result'), reason ?? state]];
  if (check.durationMs !== null)
    facts.push([t('detail.source'), `${t(`source.${check.source}`)} · ${duration(check.durationMs)}`]);
  if (check.dataAgeMs !== null)
    facts.push([
      t('detail.lists'),
      t('detail.lists.value', { age: age(check.dataAgeMs), count: (check.dataVersion ?? '').split(' ').length }),
    ]);
  return facts;
}

/** Offline an answer rests on the booth's own copy: the centre is asked again when the network is back. */
function redone(check: CheckView, offline: boolean, t: Translate): [string, string][] {
  const again = offline && (check.dataVersion !== null || check.reason === 'SOURCE_OFFLINE');
  return again ? [[t('offline.redone'), t('offline.redone.how')]] : [];
}

/** What is wrong in the MRZ and where, on one line. */
function problemsOf(clearance: ClearanceView, check: CheckView, t: Translate): [string, string][] {
  const problems = check.check === 'MRZ_CHECK_DIGITS' ? (clearance.document?.problems ?? []) : [];
  if (problems.length === 0) return [];
  const words = problems.map(({ code, field }) => {
    const name = field === null ? undefined : FIELDS[field];
    const sentence = t(`problem.${code}` as MessageId);
    return name === undefined ? sentence : `${t(name)}: ${sentence.toLocaleLowerCase()}`;
  });
  return [[t('detail.problem'), words.join(' · ')]];
}

/** The names of MRZ fields, as the facts of the person are called. */
const FIELDS: Record<string, MessageId> = {
  documentNumber: 'fact.document',
  birthDate: 'fact.born',
  expiryDate: 'fact.expires',
  sex: 'fact.sex',
  issuer: 'fact.issuer',
  nationality: 'field.NATIONALITY',
  optionalData: 'fact.personalNumber',
  optionalData1: 'fact.personalNumber',
  optionalData2: 'fact.personalNumber',
  surname: 'field.NAME',
  givenNames: 'field.NAME',
};

/** What the reader saw beside what a check digit would confirm; a proposal, never taken by itself. */
function Corrections({ document }: { document: NonNullable<ClearanceView['document']> }) {
  const t = useText();
  if (document.corrections.length === 0) return null;
  return (
    <ul className={styles.corrections}>
      {document.corrections.slice(0, 2).map((one) => (
        <li key={`${one.field}${one.proposed}`}>
          <Text id="detail.correction" values={{ field: t(FIELDS[one.field] ?? 'fact.document') }} />{' '}
          <del className="mono">{one.read}</del> → <ins className="mono">{one.proposed}</ins>
        </li>
      ))}
    </ul>
  );
}

function Notes({ clearance }: { clearance: ClearanceView }) {
  const last = clearance.notes.at(-1);
  if (last === undefined) return null;
  return (
    <p className={styles.note}>
      <Text id="detail.note" values={{ by: last.by }} /> {last.text}
    </p>
  );
}
