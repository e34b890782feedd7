import { ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';
import { type KeyWait, waitForKey } from './key_wait.ts';

/**
 * Why no key answered: this browser knows of none, whoever stood there cancelled, the key is one of this person already, or
 * there was none, not touched in time, or its own PIN wrong: an engine does not say which.
 */
export type KeyFailure = 'NOT_HERE' | 'CANCELLED' | 'KNOWN' | 'SILENT';
export class KeyFailed extends Error {
  readonly why: KeyFailure;
  constructor(why: KeyFailure) {
    super(why);
    this.why = why;
  }
}

/** Where answers of keys go. */
type Keys = Pick<ContractRouterClient<Contract>, 'session'>;
type Options = Readonly<Record<string, unknown>>;

/** Whether this browser can ask for security keys at all. */
export const keysHere = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

async function answerOf(
  wait: Omit<KeyWait, 'cancel'>,
  ask: (signal: AbortSignal) => Promise<Credential | null>,
): Promise<unknown> {
  if (!keysHere()) throw new KeyFailed('NOT_HERE');
  const stop = new AbortController();
  const answered = waitForKey({ ...wait, cancel: () => stop.abort() });
  try {
    const credential = await ask(stop.signal);
    if (credential instanceof PublicKeyCredential) return credential.toJSON();
  } catch (problem) {
    // What the engine says of it is in English and for developers.
    if (stop.signal.aborted) throw new KeyFailed('CANCELLED');
    if (problem instanceof DOMException && problem.name === 'InvalidStateError') throw new KeyFailed('KNOWN');
  } finally {
    answered();
  }
  throw new KeyFailed('SILENT');
}

/**
 * Makes a call, and where the booth first wants a security key of somebody for it, lets the engine ask for the key, hands its
 * answer to the booth and makes the call again.
 */
export async function withKeyShown<T>(call: () => Promise<T>, client: Keys): Promise<T> {
  try {
    return await call();
  } catch (problem) {
    if (!(problem instanceof ORPCError) || problem.code !== 'SECOND_FACTOR_NEEDED') throw problem;
    const { number, options } = problem.data as { number: string; options: Options };
    const response = await answerOf({ act: 'SHOW', number }, (signal) =>
      navigator.credentials.get({
        signal,
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
          options as unknown as PublicKeyCredentialRequestOptionsJSON,
        ),
      }),
    );
    await client.session.showKey({ response } as Parameters<Keys['session']['showKey']>[0]);
    return await call();
  }
}

/** Lets the engine make a key for a registration that was begun, and hands it to the booth. */
export async function makeKey({ session }: Keys, number: string | null, options: Options): Promise<void> {
  const response = await answerOf({ act: 'MAKE', number }, (signal) =>
    navigator.credentials.create({
      signal,
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as unknown as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
  await session.keepKey({ response } as Parameters<typeof session.keepKey>[0]);
}
