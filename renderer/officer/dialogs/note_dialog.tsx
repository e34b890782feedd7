import { useState } from 'react';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';

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
      foot={
        <>
          <Button onPress={onClose}>
            <Text id="dialog.back" /> <KeyCap>Esc</KeyCap>
          </Button>
          <Button strong={ready} closed={!ready} onPress={send}>
            <Text id="note.send" /> <KeyCap>Ctrl Enter</KeyCap>
          </Button>
        </>
      }
    >
      <label className="field">
        <span>{t('note.text')}</span>
        <textarea rows={4} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
    </Dialog>
  );
}
