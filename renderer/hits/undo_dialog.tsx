import { useState } from 'react';
import type { UndoReason } from '../../core/domain/screening/exclusion.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { KeyCap } from '../ui/key_cap.tsx';

/** Why an earlier "different person" is taken back, by number keys, mouse or touch; one reason. */
export function UndoDialog<Reason extends UndoReason>({
  reasons,
  onClose,
  onSend,
}: {
  reasons: readonly Reason[];
  onClose(): void;
  onSend(reason: Reason): void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<Reason | null>(null);
  const send = () => {
    if (chosen === null) return;
    onSend(chosen);
    onClose();
  };
  return (
    <Dialog
      title={t('undo.title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('undo.send')} ready={chosen !== null} onBack={onClose} onSend={send} testId="send-undo" />
      }
    >
      <p>{t('undo.how')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: number keys choose from anywhere in the form */}
      <div
        className="choices"
        ref={(element) => {
          if (element?.contains(document.activeElement) === false) element.querySelector('button')?.focus();
        }}
        onKeyDown={(event) => {
          const reason = reasons[Number(event.key) - 1];
          if (reason !== undefined) setChosen(reason);
        }}
      >
        {reasons.map((reason, index) => (
          <Button key={reason} pressed={chosen === reason} onPress={() => setChosen(reason)}>
            <KeyCap>{index + 1}</KeyCap> {t(`undo.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
