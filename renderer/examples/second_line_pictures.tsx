import type { SecondLineCase, SecondLineView, SilentMessages } from '../../contract/second_line_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { IndicatorsPanel } from '../patterns/indicators_panel.tsx';
import type { Tab } from '../second_line/case_acts.ts';
import { CaseScreen } from '../second_line/case_screen.tsx';
import { QueueScreen } from '../second_line/queue_screen.tsx';
import { Waiting } from '../second_line/second_line_page.tsx';
import { SilentScreen } from '../second_line/silent_screen.tsx';
import { LOCKED, NOW } from './base_views.ts';
import { caseOf, FOREIGNER } from './cases.ts';
import { LONG_HIT, TWO_HITS } from './compared.ts';
import type { DeskPictures } from './desk_picture.ts';
import * as views from './second_line_views.ts';

type Picture = DeskPictures[string];
const page = (client: BoothClient, me = views.ME): DeskPageProps => ({ booth: LOCKED, me, client, close: () => {} });

const queue =
  (view: SecondLineView): Picture =>
  (client) => <QueueScreen {...page(client)} view={view} open={() => {}} />;
const opened =
  (file: SecondLineCase, tab: Tab = 'counter', me = views.ME): Picture =>
  (client) => (
    <CaseScreen
      {...page(client, me)}
      file={file}
      questions={views.CATALOGUE.filter(({ directions }) => directions.includes(file.direction))}
      indicators={<IndicatorsPanel view={null} />}
      tab={tab}
    />
  );
const silent =
  (messages: SilentMessages['messages']): Picture =>
  (client) => <SilentScreen {...page(client, views.SUPERVISOR)} view={{ now: NOW, messages }} />;
const { TAKEN, TALKED, LOCKED_CASE, MESSAGE } = views;

/** Every picture of the second line and of the silent messages, by name. */
export const SECOND_LINE_PICTURES: DeskPictures = {
  'second-loading': (client) => <Waiting {...page(client)} />,
  'second-queue': queue(views.VIEW),
  'second-queue-empty': queue({ ...views.VIEW, queue: [] }),
  'second-queue-refused': queue(views.VIEW),
  'second-queued': opened(views.QUEUED),
  'second-taken': opened(TAKEN),
  'second-locked': opened(LOCKED_CASE),
  'second-locked-supervisor': opened(LOCKED_CASE, 'counter', views.SUPERVISOR),
  'second-law': opened(TAKEN, 'law'),
  'second-interview': opened(TALKED, 'interview'),
  'second-interview-empty': opened(TAKEN, 'interview'),
  'second-compare': opened(TAKEN, 'compare'),
  'second-compare-two': opened({ ...TAKEN, clearance: TWO_HITS }, 'compare'),
  'second-compare-long': opened({ ...TAKEN, clearance: LONG_HIT }, 'compare'),
  'second-compare-none': opened({ ...TAKEN, clearance: caseOf(FOREIGNER) }, 'compare'),
  'second-owner': opened(TAKEN, 'owner'),
  'second-owner-late': opened(views.LATE, 'owner'),
  'second-indicators': opened(TAKEN, 'indicators'),
  'second-decide': opened(TALKED),
  'second-closed': opened(views.DONE),
  'second-refuse': opened(TALKED),
  'second-hand-over': opened(TALKED),
  silent: silent([
    MESSAGE,
    { ...MESSAGE, file: MESSAGE.file.replace('1b', '2b'), seen: { by: '0301', at: NOW, note: 'đã báo' } },
  ]),
  'silent-none': silent([]),
};
