import { useState } from 'react';
import type { DecisionGrounds, DecisionsView } from '../../contract/decisions_view.ts';
import { useBoothClock } from '../client/use_booth_clock.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { OverstayPage } from '../officer/law/overstay_page.tsx';
import { OverstayPanel } from '../officer/law/overstay_panel.tsx';
import { OverstaySteps } from '../officer/law/overstay_steps.tsx';
import { Panel } from '../ui/panel.tsx';
import { fileAttention, queueAttention } from './attention.ts';
import { type DecisionDialog, decisionActs } from './decision_acts.ts';
import { type DecisionFile, filesOf } from './decision_file.ts';
import { FileLog } from './file_log.tsx';
import { OpenedDialog } from './opened_dialog.tsx';
import { PersonZone } from './person_zone.tsx';
import { QueueZone } from './queue_zone.tsx';
import { RefusalZone } from './refusal_zone.tsx';

const KEYS: readonly (readonly [string, MessageId])[] = [
  ['↑ ↓', 'decisions.key.files'],
  ['Ctrl P', 'decisions.print'],
];

/** Refusals and overstays that wait for a decision of the unit: their list, or one of them. The choice is the page's alone. */
export function DecisionsScreen({
  view,
  chosen,
  choose,
  grounds,
  failed,
  opening = null,
  ...page
}: DeskPageProps & {
  /** Null until the booth has told of it. */
  view: DecisionsView | null;
  chosen: string | null;
  choose(file: string | null): void;
  /** The law and the notes of the chosen file; null until the booth has answered. */
  grounds: DecisionGrounds | null;
  failed: Sentence | null;
  opening?: DecisionDialog | null;
}) {
  const t = useText();
  const now = useBoothClock(view?.now ?? page.booth.now);
  const [dialog, setDialog] = useState<DecisionDialog | null>(opening);
  const files = view === null ? null : filesOf(view);
  const one = files?.find(({ file }) => file.id === chosen) ?? null;
  const { timeZone } = page.booth.lane;
  const frame = {
    booth: page.booth,
    me: page.me,
    client: page.client,
    error: failed,
    keys: KEYS,
    acts: decisionActs(one, { t, open: setDialog }),
    move(step: number) {
      if (files === null) return;
      const at = files.findIndex(({ file }) => file.id === chosen);
      choose(files[Math.min(files.length - 1, Math.max(0, at + step))]?.file.id ?? null);
    },
    back: () => (one === null ? page.close() : choose(null)),
  };
  if (one === null)
    return (
      <DeskFrame {...frame} attention={queueAttention(files)} left={null} context={null}>
        {files === null ? (
          <Panel zone="Z4">{null}</Panel>
        ) : (
          <QueueZone files={files} now={now} timeZone={timeZone} onChoose={choose} />
        )}
      </DeskFrame>
    );
  return (
    <>
      <DeskFrame
        {...frame}
        attention={fileAttention(one, now, t)}
        left={<PersonZone one={one} grounds={grounds} timeZone={timeZone} />}
        context={<Context one={one} grounds={grounds} timeZone={timeZone} />}
      >
        <Work one={one} grounds={grounds} />
      </DeskFrame>
      {dialog !== null && (
        <OpenedDialog
          dialog={dialog}
          one={one}
          client={page.client}
          timeZone={timeZone}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

interface OfFile {
  readonly one: DecisionFile;
  readonly grounds: DecisionGrounds | null;
}

/** Z4: the ground and what was found; of an overstay, the arithmetic. */
function Work({ one, grounds }: OfFile) {
  if (one.kind === 'REFUSAL') return <RefusalZone refusal={one.file} grounds={grounds} />;
  if (grounds?.law == null) return <Panel zone="Z4">{null}</Panel>;
  return <OverstayPage law={grounds.law} overstay={one.file.explained} onPrint={null} />;
}

/** Z5: what happened with the file; of an overstay, the tiers and steps above it. */
function Context({ one, grounds, timeZone }: OfFile & { timeZone: string }) {
  const log = <FileLog one={one} timeZone={timeZone} />;
  if (one.kind === 'REFUSAL') return <Panel zone="Z5">{log}</Panel>;
  return (
    <OverstayPanel overstay={one.file.explained}>
      {grounds?.law != null && <OverstaySteps law={grounds.law} file={one.file} />}
      {log}
    </OverstayPanel>
  );
}
