import { type ReactNode, useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import type { Attention } from '../ui/attention.ts';
import { AttentionZone } from '../ui/attention_zone.tsx';
import { HelpDialog } from '../ui/help_dialog.tsx';
import tiles from '../ui/tiles.module.css';
import { DecisionButton, ToolTile } from '../ui/tiles.tsx';
import { useOpenLongEnough } from '../ui/use_open_long_enough.ts';
import type { DeskAct, DeskActs } from './desk_act.ts';
import { DeskBar } from './desk_bar.tsx';
import styles from './desk_frame.module.css';
import { useDeskKeys } from './use_desk_keys.ts';

/** The keys every page of the desk has. */
const COMMON_KEYS: readonly (readonly [string, MessageId])[] = [
  ['Esc', 'desk.key.back'],
  ['Ctrl L', 'desk.key.lock'],
  ['Ctrl M', 'desk.key.counter'],
  ['Ctrl D', 'desk.key.theme'],
];

/**
 * The six zones of a desk page, in the places they have at the counter. `left` (Z2), `work` (Z4) and `context` (Z5) bring
 * their own panels with `zone` set; a page without left or context gives null there.
 */
export function DeskFrame({
  booth,
  me,
  client,
  attention,
  error,
  attentionExtra,
  left,
  children,
  context,
  acts,
  keys = [],
  move = () => {},
  back,
}: {
  booth: BoothView;
  me: NonNullable<BoothView['signedIn']>;
  client: BoothClient;
  attention: Attention;
  error: Sentence | null;
  attentionExtra?: ReactNode;
  left: ReactNode;
  children: ReactNode;
  context: ReactNode;
  acts: DeskActs;
  /** Keys of the page for its help pane, beside those every page has. */
  keys?: readonly (readonly [string, MessageId])[];
  move?(step: number): void;
  back(): void;
}) {
  const [help, setHelp] = useState(false);
  const { tools, decisions, closing, subject } = acts;
  const openLongEnough = useOpenLongEnough(closing?.open ?? false, subject);
  const guarded: DeskAct | null =
    closing === null
      ? null
      : {
          ...closing,
          run: () => {
            if (openLongEnough()) closing.run();
          },
        };
  const all = [...tools, ...decisions, ...(guarded === null ? [] : [guarded])];
  const lock = () => void client.session.signOut().catch(() => {});
  useDeskKeys({ acts: all, move, back, help: () => setHelp(true), lock });
  return (
    <div className={styles.desk}>
      <DeskBar booth={booth} me={me} />
      <main className={styles.zones} data-left={left !== null} data-context={context !== null}>
        {left}
        <AttentionZone attention={attention} error={error}>
          {attentionExtra}
        </AttentionZone>
        {children}
        {context}
      </main>
      <footer className={tiles.bar} data-zone="Z6">
        {tools.map((act) => (
          <ToolTile
            key={act.testId}
            cap={act.cap}
            label={act.label}
            closed={!act.open}
            testId={act.testId}
            onPress={act.run}
            {...(act.detail === undefined ? {} : { why: act.detail })}
            {...(act.pressed === undefined ? {} : { pressed: act.pressed })}
          />
        ))}
        <span className={tiles.gap} />
        {[...decisions, ...(guarded === null ? [] : [guarded])].map((act) => (
          <DecisionButton
            key={act.testId}
            cap={act.cap}
            testId={act.testId}
            strong={act === guarded}
            label={act.label}
            detail={act.detail ?? ''}
            open={act.open}
            onPress={act.run}
          />
        ))}
      </footer>
      {help && <HelpDialog title="desk.help" keys={[...keys, ...COMMON_KEYS]} onClose={() => setHelp(false)} />}
    </div>
  );
}
