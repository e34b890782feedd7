import { usePreferences } from '../../i18n/preferences.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';

const KEYS = [
  'F2',
  'F5',
  'F7',
  'F8',
  'F9',
  'F10',
  'F12',
  'arrows',
  'altDown',
  'numbers',
  'esc',
  'ctrlU',
  'ctrlL',
  'ctrlD',
] as const;
const CAPS: Partial<Record<(typeof KEYS)[number], string>> = {
  arrows: '↑ ↓',
  altDown: 'Alt ↓',
  numbers: '1 2 3',
  esc: 'Esc',
  ctrlU: 'Ctrl U',
  ctrlL: 'Ctrl L',
  ctrlD: 'Ctrl D',
};

/** Every key of the lane, and the language and theme of this screen. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const t = useText();
  const { language, setLanguage, toggleTheme } = usePreferences();
  return (
    <Dialog
      title={t('help.title')}
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
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <KeyCap>{CAPS[key] ?? key}</KeyCap>
            </dt>
            <dd>{t(`help.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
