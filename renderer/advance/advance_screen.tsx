import { useState } from 'react';
import type { FlightQuestion } from '../../contract/advance.ts';
import type { AdvanceView, ExpectedPeopleView } from '../../contract/advance_view.ts';
import { ADVANCE_FORMS, type ExpectedWho } from '../../core/domain/travel/advance_questions.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { DeskFrame } from '../desk/desk_frame.tsx';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { useFormats } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { type Translate, useText } from '../i18n/text.tsx';
import { FormDialog, type FormSpec } from '../ui/form_dialog.tsx';
import { type AdvanceTab, advanceActs } from './advance_acts.ts';
import { aboutAdvance } from './advance_attention.ts';
import { likelyForm } from './advance_words.ts';
import { CopiesPanel } from './copies_panel.tsx';
import { FilesPanel } from './files_panel.tsx';
import { FlightContext } from './flight_context.tsx';
import { FlightsPanel } from './flights_panel.tsx';
import { PeoplePanel } from './people_panel.tsx';
import { type DropFile, useDropFolder } from './use_drop_folder.ts';
import { type AskedPeople, useExpectedPeople } from './use_expected_people.ts';

/** What a picture begins with. */
export interface AdvanceOpening {
  readonly tab?: AdvanceTab;
  readonly flight?: number;
  readonly people?: ExpectedPeopleView;
  readonly files?: readonly DropFile[];
  readonly file?: string;
  readonly asking?: boolean;
}

/** The row so many places on; the ends hold. */
function neighbour<T>(rows: readonly T[], place: number, step: number): T | undefined {
  return rows[Math.max(0, Math.min(rows.length - 1, place + step))];
}

/** Expected passengers: the copies on the left; flights, people or the drop folder in the middle; what is chosen on the right. */
export function AdvanceScreen({
  booth,
  me,
  client,
  close,
  view,
  question,
  onAsk,
  opening = {},
}: DeskPageProps & {
  view: AdvanceView | null;
  question: FlightQuestion;
  onAsk(question: FlightQuestion): void;
  opening?: AdvanceOpening;
}) {
  const t = useText();
  const { count } = useFormats();
  const [tab, setTab] = useState<AdvanceTab>(opening.tab ?? 'flights');
  const [chosen, choose] = useState<number | null>(opening.flight ?? null);
  const [asked, ask] = useState<AskedPeople | null>(null);
  const [who, setWho] = useState<ExpectedWho>('NOT_COME');
  const [named, name] = useState<string | null>(opening.file ?? null);
  const [asking, setAsking] = useState(opening.asking ?? false);
  const [error, setError] = useState<Sentence | null>(null);
  const drop = useDropFolder(client, tab === 'files', opening.files ?? null);
  const people = useExpectedPeople(client, asked, opening.people ?? null);
  const flights = view?.flights ?? [];
  const flight = flights.find(({ id }) => id === chosen) ?? null;
  const file = drop.files?.find((one) => one.name === named)?.name ?? null;
  // Names stand on the screen only under the flight they were asked for.
  const shown: AdvanceTab = tab === 'people' && flight === null ? 'flights' : tab;

  const askPeople = (changed: Partial<AskedPeople>) => {
    if (flight !== null) ask({ flight: flight.id, who, offset: 0, round: (asked?.round ?? 0) + 1, ...changed });
  };
  const show = (next: AdvanceTab) => {
    setError(null);
    setTab(next);
    if (next === 'people') askPeople({});
    else ask(null);
  };
  const acts = advanceActs({
    ...{ t, view, tab: shown, flight, people: people.found, file, show },
    lead: (offset) => (shown === 'people' ? askPeople({ offset }) : onAsk({ ...question, offset })),
    take: () => setAsking(true),
    stop: () => {
      const { taking } = view ?? {};
      if (taking != null)
        client.advance.cancel({ taking: taking.id }).catch((why: unknown) => setError(sentenceOf(why)));
    },
  });
  const move = (step: number) => {
    if (shown === 'files') {
      const files = drop.files ?? [];
      const next = neighbour(
        files,
        files.findIndex((one) => one.name === file),
        step,
      );
      if (next !== undefined) name(next.name);
    } else if (shown === 'flights') {
      const next = neighbour(
        flights,
        flights.findIndex(({ id }) => id === chosen),
        step,
      );
      if (next !== undefined) choose(next.id);
    }
  };
  const { timeZone } = booth.lane;
  return (
    <DeskFrame
      booth={booth}
      me={me}
      client={client}
      attention={aboutAdvance(view, booth.connection, t, count)}
      error={error ?? drop.error ?? people.error}
      left={<CopiesPanel view={view} booth={booth} />}
      context={<FlightContext view={view} flight={flight} timeZone={timeZone} />}
      acts={acts}
      keys={[['↑ ↓', 'advance.key.choose']]}
      move={move}
      back={() => (shown === 'flights' ? close() : show('flights'))}
    >
      {shown === 'flights' && (
        <FlightsPanel view={view} question={question} onAsk={onAsk} chosen={chosen} onChoose={choose} />
      )}
      {shown === 'people' && flight !== null && (
        <PeoplePanel
          flight={flight}
          who={who}
          onWho={(next) => {
            setWho(next);
            askPeople({ who: next });
          }}
          found={people.found}
          timeZone={timeZone}
        />
      )}
      {shown === 'files' && (
        <FilesPanel files={drop.files} chosen={file} onChoose={name} onLook={drop.look} timeZone={timeZone} />
      )}
      {asking && file !== null && (
        <FormDialog
          form={takeForm(t, file, (form) => client.advance.take({ file, form }))}
          timeZone={timeZone}
          onClose={() => setAsking(false)}
        />
      )}
    </DeskFrame>
  );
}

/** Asks what the file is, and sends the order. */
function takeForm(
  t: Translate,
  file: string,
  take: (form: (typeof ADVANCE_FORMS)[number]) => Promise<unknown>,
): FormSpec {
  return {
    title: t('advance.act.take'),
    how: `${file}. ${t('advance.form.how')}`,
    fields: [
      {
        name: 'form',
        label: t('advance.form'),
        kind: 'choice',
        first: likelyForm(file),
        choices: ADVANCE_FORMS.map((value) => ({ value, label: t(`advance.form.${value}`) })),
      },
    ],
    send: t('advance.form.send'),
    run: ({ form }) => take(ADVANCE_FORMS.find((one) => one === form) ?? likelyForm(file)),
  };
}
