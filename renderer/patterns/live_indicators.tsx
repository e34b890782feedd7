import { useEffect, useState } from 'react';
import type { PatternsView } from '../../contract/patterns.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { IndicatorsPanel } from './indicators_panel.tsx';

/** The panel of a second-line file, asked for once a file is opened: each asking is in the journal. */
export function LiveIndicators({ client, file }: { client: BoothClient; file: string }) {
  const [view, setView] = useState<PatternsView | null | 'failed'>(null);
  useEffect(() => {
    let here = true;
    setView(null);
    client.patterns.ofFile({ file }).then(
      (answer) => here && setView(answer),
      () => here && setView('failed'),
    );
    return () => {
      here = false;
    };
  }, [client, file]);
  return <IndicatorsPanel view={view} />;
}
