import { useEffect, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import type { Language } from '../i18n/preferences.tsx';

type Kind = Parameters<BoothClient['forms']['languages']>[0]['kind'];

/** The languages that every paper of the booth can be had in, the screen's own first. */
export const paperLanguages = (present: Language): readonly string[] =>
  present === 'vi' ? ['vi', 'en'] : ['en', 'vi'];

/** The languages of a paper for travellers, the screen's own first; the two of the screens until the booth has answered. */
export function usePaperLanguages(client: BoothClient, kind: Kind, present: Language): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    client.forms.languages({ kind }).then(
      ({ languages }) => gone || setKnown(languages),
      // Whoever may not print is told so when they try.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [client, kind]);
  return [...new Set([...paperLanguages(present), ...known])];
}
