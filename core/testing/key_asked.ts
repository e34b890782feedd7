/** The origin of a door that goes by a name, for software keys of tests. */
export const KEY_ORIGIN = 'http://localhost:41000';

interface Refused {
  readonly code: string;
  readonly data?: { readonly options?: { readonly challenge?: unknown } };
}

/** The code a call was refused with; `DONE` where it was not. */
export const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'DONE',
    ({ code }: Refused) => code,
  );

/** The challenge that a call was refused with; anything else fails the test that asks. */
export async function challengeOf(call: Promise<unknown>): Promise<unknown> {
  const problem = await call.then(
    () => ({ code: 'DONE' }) as Refused,
    (refused: Refused) => refused,
  );
  if (problem.code !== 'SECOND_FACTOR_NEEDED') throw new Error(`no key was asked for: ${problem.code}`);
  return problem.data?.options?.challenge;
}
