import { useEffect, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

export type IncomingRule = Awaited<ReturnType<BoothClient['rules']['incoming']>>['files'][number];

/** The packages of the drop folder; null until the booth has answered. */
export function useIncomingRules(client: BoothClient, first: readonly IncomingRule[] | null) {
  const [files, setFiles] = useState(first);
  const [error, setError] = useState<Sentence | null>(null);
  useEffect(() => {
    if (first !== null) return;
    let here = true;
    client.rules.incoming().then(
      (answer) => {
        if (here) setFiles(answer.files);
      },
      (problem: unknown) => {
        if (here) setError(sentenceOf(problem));
      },
    );
    return () => {
      here = false;
    };
  }, [client, first]);
  return { files, error };
}
