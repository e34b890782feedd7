import { useEffect, useState } from 'react';
import type { ExpectedPeopleView } from '../../contract/advance_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';

/** A question for people; a new `round` asks the same anew. */
export type AskedPeople = Parameters<BoothClient['advance']['people']>[0] & { readonly round: number };

interface Answer {
  readonly asked: AskedPeople;
  readonly found: ExpectedPeopleView | null;
  readonly error: Sentence | null;
}

/** Who is expected, as asked. It is never asked by itself: each answer is written down as a look at names. */
export function useExpectedPeople(client: BoothClient, asked: AskedPeople | null, first: ExpectedPeopleView | null) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (asked === null || first !== null) return;
    let here = true;
    const { round: _, ...question } = asked;
    client.advance.people(question).then(
      (found) => {
        if (here) setAnswer({ asked, found, error: null });
      },
      (problem: unknown) => {
        if (here) setAnswer({ asked, found: null, error: sentenceOf(problem) });
      },
    );
    return () => {
      here = false;
    };
  }, [client, asked, first]);
  if (first !== null) return { found: first, error: null };
  // Names of another question never stand under this one.
  return answer !== null && answer.asked === asked ? answer : { found: null, error: null };
}
