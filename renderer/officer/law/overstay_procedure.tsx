import { useState } from 'react';
import type { OverstayFileView } from '../../../contract/decisions_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import type { Overstay } from './law_words.ts';
import styles from './overstay_panel.module.css';
import { BEGIN, callOf, type OverstayTyped, stepNow } from './overstay_step.ts';
import { OverstayStepFields } from './overstay_step_fields.tsx';

/** The step of the procedure that is due: its fields, and Ctrl+Enter. A settled file has none. */
export function OverstayProcedure({
  lane,
  overstay,
  file,
  client,
}: {
  lane: LaneView;
  overstay: Overstay;
  file: OverstayFileView | null;
  client: BoothClient;
}) {
  const t = useText();
  const [typed, setTyped] = useState<OverstayTyped>(() => BEGIN(overstay));
  const [error, setError] = useState<Sentence | null>(null);
  const [sending, setSending] = useState(false);
  const step = stepNow(file);
  if (step === 'DONE') return null;
  const send = () => {
    if (sending) return;
    const call = callOf(step, client, { clearance: lane.clearance?.id ?? '', file, overstay, typed });
    if (call === null) return setError({ id: 'overstay.incomplete' });
    setSending(true);
    setError(null);
    call.then(
      () => {
        setSending(false);
        setTyped((before) => ({ ...before, decider: { ...before.decider, pin: '' } }));
      },
      (problem: unknown) => {
        setSending(false);
        setError(sentenceOf(problem, lane.lane.timeZone));
        setTyped((before) => ({ ...before, decider: { ...before.decider, pin: '' } }));
      },
    );
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from any field of the step */}
      <div
        className={styles.body}
        data-scrolls
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (event.ctrlKey) send();
          if (event.ctrlKey || !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
        }}
      >
        <OverstayStepFields
          step={step}
          file={file}
          overstay={overstay}
          typed={typed}
          onType={(changed) => setTyped((before) => ({ ...before, ...changed }))}
        />
      </div>
      <footer className={styles.foot}>
        <Button strong closed={sending} onPress={send} testId="overstay-step" decides>
          {t(`overstay.do.${step}`)} <KeyCap>Ctrl Enter</KeyCap>
        </Button>
        {error !== null && (
          <p role="alert" className={styles.error}>
            {t(error.id, error.values)}
          </p>
        )}
      </footer>
    </>
  );
}
