import { Text } from '../i18n/text.tsx';
import { Button } from './button.tsx';
import { KeyCap } from './key_cap.tsx';

/** Back on the left, the sending button on the right; closed it stands there with its reason or its name. */
export function DialogFoot({
  label,
  ready,
  onBack,
  onSend,
  testId,
}: {
  label: string;
  ready: boolean;
  onBack(): void;
  onSend(): void;
  testId?: string;
}) {
  return (
    <>
      <Button onPress={onBack}>
        <Text id="dialog.back" /> <KeyCap>Esc</KeyCap>
      </Button>
      <Button strong={ready} closed={!ready} onPress={onSend} {...(testId === undefined ? {} : { testId })}>
        {label} <KeyCap>Ctrl Enter</KeyCap>
      </Button>
    </>
  );
}
