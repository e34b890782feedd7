import type { KeyWait } from '../client/key_wait.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key_cap.tsx';

/** Over whatever asked for it: whose security key is waited for, and how to stop waiting. The engine ends it after a minute. */
export function KeyWaitDialog({ wait: { act, number, cancel } }: { wait: KeyWait }) {
  const t = useText();
  return (
    <Dialog
      title={t(act === 'SHOW' ? 'access.show' : 'access.make')}
      onClose={cancel}
      onSubmit={() => {}}
      foot={
        <Button onPress={cancel} testId="cancel-key">
          <Text id="access.cancel" /> <KeyCap>Esc</KeyCap>
        </Button>
      }
    >
      <p>{t(act === 'SHOW' ? 'access.show.how' : 'access.make.how', { number: number ?? '' })}</p>
      <p>{t('access.wait')}</p>
    </Dialog>
  );
}
