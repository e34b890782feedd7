import type { FactsView } from '../../../contract/facts_view.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Row } from '../../ui/panel.tsx';

/** Sources that did not answer from the centre, and why: what they would have said is not known, or known from the booth only. */
export function Sources({ facts }: { facts: FactsView }) {
  const t = useText();
  const { duration } = useFormats();
  const wanting = facts.sources.filter(({ state }) => state !== 'CENTRAL');
  return (
    <dl>
      {wanting.map(({ source, state, tookMs }) => (
        <Row key={source} label={<Text id={`journey.source.${source}`} />}>
          {t(`journey.source.state.${state}`, { time: duration(tookMs) })}
        </Row>
      ))}
    </dl>
  );
}
