import { type MenuReply, replyText } from '../../codec/menu_item.ts';
import type { DeviceIdentity } from '../session.ts';
import type { BackEnd } from './back_end.ts';

const WORDS = {
  product: /^Product Name: *(.+)$/im,
  version: /^(?:Software Revision|Firmware Version): *(.+)$/im,
  serialNumber: /^Serial Number: *(.+)$/im,
};

/** Asks who is there until one question is answered with something. */
export async function askIdentity(
  backEnd: BackEnd,
  ask: (command: BackEnd['query']) => Promise<MenuReply | null>,
): Promise<DeviceIdentity> {
  for (const question of backEnd.firmware) {
    const reply = await ask(question);
    const answered = reply?.items.every(({ status }) => status === 'ack') === true;
    if (reply !== null && answered && replyText(reply) !== '') return identityOf(reply);
  }
  return { firmware: null, serialNumber: null };
}

/** Product, version and serial number out of the lines of an answer; the whole answer where it has no such lines. */
function identityOf(reply: MenuReply): DeviceIdentity {
  const lines = reply.items
    .map(({ data }) => data)
    .join('\n')
    .replaceAll('\r', '');
  const word = (which: keyof typeof WORDS): string | null => WORDS[which].exec(lines)?.[1]?.trim() ?? null;
  const named = [word('product'), word('version')].filter((one) => one !== null).join(' ');
  return { firmware: named === '' ? replyText(reply) : named, serialNumber: word('serialNumber') };
}
