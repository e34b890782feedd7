import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isContractProcedure } from '@orpc/contract';
import type { CallMeta } from '../contract/base.ts';
import { contract } from '../contract/index.ts';
import { FOUR_EYES } from '../core/domain/access/four_eyes.ts';
import { PERMISSIONS, type Permission } from '../core/domain/access/permissions.ts';
import { ROLES, type Role } from '../core/domain/access/role.ts';

type Call = readonly [name: string, meta: CallMeta];

function calls(node: unknown, path: readonly string[]): Call[] {
  if (isContractProcedure(node)) return [[path.join('.'), node['~orpc'].meta as CallMeta]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => calls(child, [...path, key]));
}

const code = (text: string) => `\`${text}\``;

/** The page of who may do what: the one table of acts, every call under the act it needs, and what needs two persons. */
export function accessPage(): string {
  const all = calls(contract, []);
  const under = (needs: CallMeta['needs']) =>
    all
      .filter(([, meta]) => meta.needs === needs)
      .map(([name, meta]) => `${code(name)}${meta.demoOnly === true ? ' (training)' : ''}`)
      .join(', ');
  const acts = (Object.entries(PERMISSIONS) as [Permission, readonly Role[]][]).map(
    ([act, holders]) =>
      `| ${code(act)} | ${ROLES.map((role) => (holders.includes(role) ? 'x' : '')).join(' | ')} | ${under(act) || 'asked inside other calls'} |`,
  );
  const twos = FOUR_EYES.map(({ act, calls: by, absent }) => {
    const how = by.map(({ call, when, second }) => `${code(call)}: ${when}; second: ${code(second)}`).join('<br>');
    return `| ${act} | ${how || `Not in the product: ${absent}`} |`;
  });
  return [
    '# Who may do what',
    '',
    'Made from `core/domain/access` and `contract` by `npm run access`. A call is judged in the booth, whatever a page shows; a call',
    'that names no act is open to nobody.',
    '',
    `| act | ${ROLES.join(' | ')} | calls |`,
    `|---|${ROLES.map(() => '---').join('|')}|---|`,
    ...acts,
    '',
    `Open to any window that came through the door: ${under('WINDOW')}.`,
    '',
    '## Acts of two persons',
    '',
    'The second is another account, known by number and PIN at the moment of the act, and judged by the act named here.',
    '',
    '| act | how |',
    '|---|---|',
    ...twos,
    '',
    '## Security keys',
    '',
    'A unit may ask for a security key (FIDO2) beside number and PIN: `login.secondFactor` of `settings.json` is `OFF` (as delivered),',
    '`WHERE_REGISTERED` (who has a key shows it) or `REQUIRED` (who has none does nothing). It is asked of who signs in, of every second',
    'person, and of who comes when a shift is handed over, each time for that one call; without it the call does nothing, whoever was',
    'signed in stays, and nobody new is. Where the browser of a window cannot ask for keys, it says so, and another window is needed.',
    '',
    'A key is registered and removed with a second person who may `CONFIRM_KEYS` and is not its holder. Two persons know only their PINs',
    'at first: who confirms shows a key where they have one, and stands by PIN alone as long as they have none. A lost key: holder and',
    'confirmer register a new one at the locked window, where the holder gives number and PIN alone, and the lost ones are removed with',
    'it. Where nobody who may confirm has a key left, the owner of the files ends it by `booth account forget-keys NUMBER`',
    '(`booth account keys NUMBER` lists them). A lost key opens nothing by itself: it asks for its own PIN or finger, and the booth for the PIN.',
    '',
    'The command line is not a window: who may run it is who may read the data folder and its key (the owner of the files). What it',
    'imports and exports is journalled as done by `system`, without a second person.',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('access.md', import.meta.url), accessPage());
