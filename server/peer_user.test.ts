import { describe, expect, test } from 'vitest';
import { peerUidIn } from './peer_user.ts';

/** Rows as the kernel writes them: our end listens on 41000 (A028), the peer calls from 50000 (C350). */
const head = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const ours = '   0: 0100007F:A028 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 1 1\n';
const peer = '   1: 0100007F:C350 0100007F:A028 01 00000000:00000000 00:00000000 00000000  1000        0 2 1\n';
const ends = { localPort: 41_000, remotePort: 50_000 };

describe('the user at the other end', () => {
  test("is read from the peer's row, not from ours", () => {
    expect(peerUidIn(head + ours + peer, ends)).toBe(1000);
    expect(peerUidIn(head + ours, ends)).toBeNull();
  });

  test('is found where the peer used an IPv6 socket', () => {
    const mapped = peer.replaceAll('0100007F:', '0000000000000000FFFF00000100007F:');
    expect(peerUidIn(head + mapped, ends)).toBe(1000);
  });

  test.each([
    [
      'a socket that its program has closed (the kernel shows user 0)',
      peer.replace(' 01 ', ' 05 ').replace('1000', '   0'),
    ],
    ['another port', peer.replace('C350', 'C351')],
    ['another address', peer.replace('0100007F:C350', '0200007F:C350')],
    ['another connection of the same peer', peer.replace('A028', 'A029')],
    ['a row without a user', '   1: 0100007F:C350 0100007F:A028 01 0\n'],
    ['nothing', ''],
  ])('is unknown by the row of %s', (_what, row) => expect(peerUidIn(head + row, ends)).toBeNull());
});
