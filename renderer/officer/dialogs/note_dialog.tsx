import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';

/** A note on the open case, kept in the journal for good. */
export function NoteDialog({ onClose, onSend }: { onClose(): void; onSend(text: string): void }) {
  const t = useText();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  const send = () => {
    if (!ready) return;
    onSend(text.trim());
    onClose();
  };
  return (
    <Dialog
      title={t('note.title')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('note.send')} ready={ready} onBack={onClose} onSend={send} />}
    >
      <label className="field">
        <span>{t('note.text')}</span>
        <textarea rows={4} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
    </Dialog>
  );
}
