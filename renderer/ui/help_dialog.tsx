import { type MessageId, usePreferences } from '../i18n/preferences.tsx';
import { Text, useText } from '../i18n/text.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key_cap.tsx';

/** Every key of a window, and the language and theme of this screen. */
export function HelpDialog({
  title,
  keys,
  onClose,
}: {
  title: MessageId;
  /** Each cap with what it does. */
  keys: readonly (readonly [string, MessageId])[];
  onClose(): void;
}) {
  const t = useText();
  const { language, setLanguage, toggleTheme } = usePreferences();
  return (
    <Dialog
      title={t(title)}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <>
          <span className="choices-row">
            <Button pressed={language === 'vi'} onPress={() => setLanguage('vi')}>
              Tiếng Việt
            </Button>
            <Button pressed={language === 'en'} onPress={() => setLanguage('en')}>
              English
            </Button>
            <Button onPress={toggleTheme}>
              <Text id="login.theme" />
            </Button>
          </span>
          <Button onPress={onClose}>
            <Text id="dialog.back" /> <KeyCap>Esc</KeyCap>
          </Button>
        </>
      }
    >
      <dl className="keys">
        {keys.map(([cap, does]) => (
          <div key={cap}>
            <dt>
              <KeyCap>{cap}</KeyCap>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
