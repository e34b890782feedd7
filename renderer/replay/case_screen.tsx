import { useState } from 'react';
import type { ReplayedCase } from '../../contract/replay_view.ts';
import type { DeskActs } from '../desk/desk_act.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { stopwatchText } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { type Attention, said } from '../ui/attention.ts';
import { ChecksPanel } from './checks_panel.tsx';
import { ExportDialog } from './export_dialog.tsx';
import { PapersPanel } from './papers_panel.tsx';
import { PersonPanel } from './person_panel.tsx';
import { RemarkDialog } from './remark_dialog.tsx';
import styles from './replay_screen.module.css';
import { TimelinePanel } from './timeline_panel.tsx';
import { TodayPanel } from './today_panel.tsx';
import { useReplayer } from './use_replayer.ts';

/** A case that was opened, why, and as which entry of the journal the look stands. */
export interface OpenedCase {
  readonly replayed: ReplayedCase;
  readonly reason: string;
  readonly seq: number;
}

export interface CaseOpening {
  readonly place?: number;
  readonly papers?: boolean;
  readonly dialog?: 'remark' | 'export';
}

function aboutMoment({ proof }: ReplayedCase, at: number): Attention {
  const [broken] = proof.broken;
  if (broken !== undefined)
    return said('blocking', 'block', 'replay.head.broken', 'replay.head.broken.detail', { seq: broken.seq });
  return said('information', 'quiet', 'replay.head', 'replay.head.detail', { at: stopwatchText(at) });
}

/** A decided case at one of its seconds: the person, the time line and the checks then, today's rules apart (picture A11). */
export function CaseScreen({
  booth,
  me,
  client,
  opened,
  close,
  opening = {},
}: DeskPageProps & { opened: OpenedCase; opening?: CaseOpening }) {
  const t = useText();
  const { replayed, reason, seq } = opened;
  const player = useReplayer(replayed.moments, opening.place);
  const [papers, showPapers] = useState(opening.papers ?? false);
  const [wholeHashes, showWhole] = useState(false);
  const [dialog, setDialog] = useState(opening.dialog ?? null);
  const [done, setDone] = useState<Sentence | null>(null);
  const { timeZone } = booth.lane;
  const { place, playing, speed } = player;
  const finished = (id: 'replay.done.remark' | 'replay.done.export') => (entry: number) => {
    setDone({ id, values: { seq: entry } });
    setDialog(null);
  };
  const tool = (cap: string, label: string, testId: string, run: () => void, pressed?: boolean) => ({
    cap,
    label,
    open: true,
    testId,
    run,
    ...(pressed === undefined ? {} : { pressed }),
  });
  const acts: DeskActs = {
    tools: [
      tool('F2', t('replay.tool.find'), 'replay-find', close),
      tool('F3', t('replay.tool.start'), 'replay-start', () => player.go(0)),
      tool('F4', t('replay.tool.play'), 'replay-play', player.toggle, playing),
      tool('F5', t('replay.tool.speed', { times: `${speed}×` }), 'replay-speed', player.faster),
      tool('F6', t('replay.tool.hash'), 'replay-hash', () => showWhole(!wholeHashes), wholeHashes),
      tool('F7', t('replay.tool.papers'), 'replay-papers', () => showPapers(!papers), papers),
    ],
    decisions: [
      {
        ...tool('F8', t('replay.act.remark'), 'remark', () => setDialog('remark')),
        detail: t('replay.act.remark.detail'),
      },
      {
        ...tool('F9', t('replay.act.export'), 'export', () => setDialog('export')),
        detail: t('replay.act.export.detail'),
      },
    ],
    closing: { ...tool('F12', t('replay.act.close'), 'close-case', close), detail: t('replay.act.close.detail') },
    subject: replayed.id,
  };
  const attention = aboutMoment(replayed, replayed.moments[place]?.at ?? 0);
  const common = { id: replayed.id, recordNumber: replayed.recordNumber, client, onClose: () => setDialog(null) };
  return (
    <DeskFrame
      booth={booth}
      me={me}
      client={client}
      attention={done === null ? attention : { ...attention, detail: done }}
      error={null}
      attentionExtra={<span className={styles.reason}>{t('replay.because', { reason })}</span>}
      left={<PersonPanel replayed={replayed} timeZone={timeZone} />}
      context={
        <TodayPanel replayed={replayed} place={place} wholeHashes={wholeHashes} viewedAs={seq} timeZone={timeZone} />
      }
      acts={acts}
      keys={[
        ['← →', 'replay.key.moment'],
        ['Space', 'replay.key.play'],
      ]}
      move={player.move}
      back={close}
    >
      <div data-zone="Z4" className={styles.work}>
        <TimelinePanel replayed={replayed} place={place} playing={playing} timeZone={timeZone} onGo={player.go} />
        {papers ? (
          <PapersPanel replayed={replayed} timeZone={timeZone} />
        ) : (
          <ChecksPanel replayed={replayed} place={place} />
        )}
      </div>
      {dialog === 'remark' && <RemarkDialog {...common} onDone={finished('replay.done.remark')} />}
      {dialog === 'export' && (
        <ExportDialog {...common} reason={reason} timeZone={timeZone} onDone={finished('replay.done.export')} />
      )}
    </DeskFrame>
  );
}
