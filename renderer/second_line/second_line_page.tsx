import { useCallback, useState } from 'react';
import { useLive } from '../client/use_live.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { Text } from '../i18n/text.tsx';
import { LiveIndicators } from '../patterns/live_indicators.tsx';
import { said } from '../ui/attention.ts';
import { Panel } from '../ui/panel.tsx';
import table from '../ui/table.module.css';
import { CaseScreen } from './case_screen.tsx';
import { QueueScreen } from './queue_screen.tsx';

/** The second line with its live data: the queue, or the file that is open. */
export function SecondLinePage(page: DeskPageProps) {
  const { client } = page;
  const [open, setOpen] = useState<string | null>(null);
  const view = useLive(useCallback((signal: AbortSignal) => client.secondLine.watch(undefined, { signal }), [client]));
  const file = useLive(
    useCallback(
      (signal: AbortSignal) =>
        open === null
          ? Promise.reject(new Error('no file is open'))
          : client.secondLine.watchCase({ file: open }, { signal }),
      [client, open],
    ),
  );
  if (view === null) return <Waiting {...page} />;
  if (open === null) return <QueueScreen {...page} view={view} open={setOpen} />;
  if (file === null || file.file !== open) return <Waiting {...page} close={() => setOpen(null)} />;
  const questions = view.questions.filter(({ directions }) => directions.includes(file.direction));
  return (
    <CaseScreen
      key={file.file}
      {...page}
      close={() => setOpen(null)}
      file={file}
      questions={questions}
      indicators={<LiveIndicators client={client} file={file.file} />}
    />
  );
}

/** Until the booth has said what there is. */
export function Waiting(page: DeskPageProps) {
  return (
    <DeskFrame
      booth={page.booth}
      me={page.me}
      client={page.client}
      attention={said('running', 'run', 'second.loading', 'second.loading.detail')}
      error={null}
      left={null}
      context={null}
      back={page.close}
      acts={{ tools: [], decisions: [], closing: null, subject: null }}
    >
      <Panel zone="Z4">
        <p className={table.hint}>
          <Text id="second.loading.detail" />
        </p>
      </Panel>
    </DeskFrame>
  );
}
