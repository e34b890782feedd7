import { useCallback, useEffect, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

export type DropFile = Awaited<ReturnType<BoothClient['advance']['incoming']>>[number];

/** The files of the drop folder while it is looked at; null until the booth has answered. */
export function useDropFolder(client: BoothClient, open: boolean, first: readonly DropFile[] | null) {
  const [files, setFiles] = useState(first);
  const [error, setError] = useState<Sentence | null>(null);
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look asks anew
  useEffect(() => {
    if (!open || first !== null) return;
    let here = true;
    setError(null);
    client.advance.incoming().then(
      (answer) => {
        if (here) setFiles(answer);
      },
      (problem: unknown) => {
        if (!here) return;
        setFiles([]);
        setError(sentenceOf(problem));
      },
    );
    return () => {
      here = false;
    };
  }, [client, open, first, looks]);
  const look = useCallback(() => {
    setFiles(first);
    setLooks((before) => before + 1);
  }, [first]);
  return { files, error, look };
}
