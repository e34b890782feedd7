import type { Account } from '../ports/accounts.ts';
import type { SignIns } from './sign_ins.ts';
import type { CallContext } from './window.ts';

interface Caller extends CallContext {
  readonly officer: Pick<Account, 'number'> | null;
}

/**
 * A stream for one window, given on for as long as the person who asked for it is signed in there: whoever signs out leaves
 * the window to another, who may see none of it. `officer` is that person as signed in now.
 */
export async function* whileSignedIn<T>(
  signIns: Pick<SignIns, 'officerAt'>,
  { window, officer: asked }: Caller,
  stream: AsyncIterable<T>,
) {
  for await (const value of stream) {
    const officer = signIns.officerAt(window.windowId);
    if (officer === null || officer.number !== asked?.number) return;
    yield { value, officer };
  }
}
