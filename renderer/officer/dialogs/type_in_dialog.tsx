import { useState } from 'react';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';

/** Characters of an MRZ as a person types them: small letters count, a blank stands for the filler. */
const asTyped = (text: string): string => text.toUpperCase().replaceAll(' ', '<');
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/** The MRZ by hand, keyed twice; only two equal typings become a case. */
export function TypeInDialog({ client, onClose }: { client: BoothClient; onClose(): void }) {
  const t = useText();
  const [lines, setLines] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<Sentence | null>(null);
  const ready = linesOf(lines).length >= 2 && linesOf(again).length >= 2;
  const send = () => {
    if (!ready) return setError({ id: 'typeIn.twoLines' });
    client.lane
      .typeIn({ lines: linesOf(lines), again: linesOf(again) })
      .then(onClose, (problem: unknown) => setError(sentenceOf(problem)));
  };
  return (
    <Dialog
      title={t('typeIn.title')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('typeIn.send')} ready={ready} onBack={onClose} onSend={send} />}
    >
      <p>
        <Text id="typeIn.how" />
      </p>
      <MrzField label={t('typeIn.first')} value={lines} onChange={setLines} />
      <MrzField label={t('typeIn.second')} value={again} onChange={setAgain} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}

function MrzField({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        className="mono"
        rows={3}
        value={value}
        spellCheck={false}
        autoComplete="off"
        maxLength={150}
        onChange={(event) => onChange(asTyped(event.target.value))}
        // The second typing is no test if the first can be copied into it.
        onPaste={(event) => event.preventDefault()}
      />
    </label>
  );
}
