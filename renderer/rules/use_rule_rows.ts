import { useEffect, useState } from 'react';
import type { RuleInWords } from '../../contract/rules_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

/** The rows of one table of one version; null until the booth has answered. */
export function useRuleRows(
  client: BoothClient,
  asked: { readonly version: string; readonly table: string } | null,
  first: readonly RuleInWords[] | null,
) {
  const [rows, setRows] = useState(first);
  const [error, setError] = useState<Sentence | null>(null);
  const { version, table } = asked ?? { version: null, table: null };
  useEffect(() => {
    if (version === null || first !== null) return;
    let here = true;
    setRows(null);
    setError(null);
    client.rules.browse({ version, table }).then(
      (answer) => {
        if (here) setRows(answer.rules);
      },
      (problem: unknown) => {
        if (here) setError(sentenceOf(problem));
      },
    );
    return () => {
      here = false;
    };
  }, [client, version, table, first]);
  return { rows, error };
}
