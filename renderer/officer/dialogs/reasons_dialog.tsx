import { useState } from 'react';
import type { ReasonCode } from '../../../core/domain/clearance/check.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import type { Reasons } from '../use_commands.ts';

const REFER: readonly ReasonCode[] = [
  'OFFICER_DOUBT',
  'OFFICER_IDENTITY',
  'OFFICER_QUESTION',
  'LIST_HIT_POSSIBLE',
  'DOC_MRZ_INVALID',
  'DOC_EXPIRED',
  'OFFICER_OTHER',
];
const ABANDON: readonly ReasonCode[] = ['TRAVELLER_LEFT', 'WRONG_DOCUMENT_LAID'];

interface Props {
  onClose(): void;
  onSend(reasons: Reasons): void;
  onAbandon(reasons: Reasons): void;
}

/** Reasons of a referral, by number keys, mouse or touch; at least one. */
export function ReasonsDialog({ onClose, onSend, onAbandon }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState<readonly ReasonCode[]>([]);
  const toggle = (reason: ReasonCode) =>
    setChosen((before) => (before.includes(reason) ? before.filter((one) => one !== reason) : [...before, reason]));
  const send = () => {
    if (chosen.length === 0) return;
    onSend([...chosen]);
    onClose();
  };
  const leave = (reason: ReasonCode) => {
    onAbandon([reason]);
    onClose();
  };
  return (
    <Dialog
      title={t('refer.title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onPress={onClose}>
            <Text id="dialog.back" /> <KeyCap>Esc</KeyCap>
          </Button>
          <Button strong={chosen.length > 0} closed={chosen.length === 0} onPress={send} testId="send-reasons">
            {t(chosen.length === 0 ? 'refer.chooseFirst' : 'refer.send')} <KeyCap>Ctrl Enter</KeyCap>
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: number keys choose from anywhere in the form */}
      <div
        ref={(element) => element?.querySelector('button')?.focus()}
        onKeyDown={(event) => {
          const reason = REFER[Number(event.key) - 1];
          if (reason !== undefined) toggle(reason);
        }}
      >
        <ReasonList reasons={REFER} chosen={chosen} onToggle={toggle} />
      </div>
      <div className="choices-row">
        <span>
          <Text id="abandon.instead" />
        </span>
        {ABANDON.map((reason) => (
          <Button key={reason} onPress={() => leave(reason)} testId={`abandon-${reason}`}>
            {t(`reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

function ReasonList({
  reasons,
  chosen,
  onToggle,
}: {
  reasons: readonly ReasonCode[];
  chosen: readonly ReasonCode[];
  onToggle(reason: ReasonCode): void;
}) {
  const t = useText();
  return (
    <fieldset className="choices">
      <legend className="hidden-text">{t('refer.reasons')}</legend>
      {reasons.map((reason, index) => (
        <Button key={reason} pressed={chosen.includes(reason)} onPress={() => onToggle(reason)}>
          <KeyCap>{index + 1}</KeyCap> {t(`reason.${reason}`)}
        </Button>
      ))}
    </fieldset>
  );
}
