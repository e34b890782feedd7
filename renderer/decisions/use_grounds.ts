import { useEffect, useState } from 'react';
import type { DecisionGrounds } from '../../contract/decisions_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

/** What the law said when the chosen file was opened, and the notes of the counter; null until the booth has answered. */
export function useGrounds(client: BoothClient, file: string | null) {
  const [grounds, setGrounds] = useState<DecisionGrounds | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  useEffect(() => {
    setGrounds(null);
    setError(null);
    if (file === null) return;
    let here = true;
    client.decisions.file({ file }).then(
      (answer) => {
        if (here) setGrounds(answer);
      },
      (problem: unknown) => {
        if (here) setError(sentenceOf(problem));
      },
    );
    return () => {
      here = false;
    };
  }, [client, file]);
  return { grounds, error };
}
