import { readFileSync } from 'node:fs';

/**
 * Who holds the other end of a loopback connection, by the kernel's own word: the `uid` column of /proc/net/tcp and tcp6,
 * in the row of the *peer's* socket (its local address is our remote one).
 *
 * Asked at accept, before a byte is parsed. No other socket can slip into that row meanwhile: the pair of addresses stays
 * taken as long as our own end is open. Only ESTABLISHED rows count, because the kernel shows user 0 for sockets that
 * their program has closed already. What it cannot see: a program that hands its open socket to another user on purpose.
 */

const ESTABLISHED = '01';

/** How often the tables are read before a peer counts as not to be found. */
const READINGS = 3;

/** The addresses of a connection as seen from our end. */
export interface ConnectionEnds {
  readonly localPort: number;
  readonly remotePort: number;
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

/** 127.0.0.1 in the two tables; the second is a program that used an IPv6 socket for an IPv4 address. */
const LOOPBACK = ['0100007F', '0000000000000000FFFF00000100007F'];

/**
 * Reads the peer's user id out of a table of the form of /proc/net/tcp.
 * @returns the user id, or null when there is no established row for the peer's end.
 */
export function peerUidIn(table: string, ends: ConnectionEnds): number | null {
  const wanted = LOOPBACK.map(
    (address) => `${address}:${hexPort(ends.remotePort)} ${address}:${hexPort(ends.localPort)} ${ESTABLISHED} `,
  );
  for (const line of table.split('\n')) {
    if (!wanted.some((ends) => line.includes(` ${ends}`))) continue;
    const uid = Number(line.trim().split(/\s+/)[7]);
    return Number.isSafeInteger(uid) ? uid : null;
  }
  return null;
}

/** `UNKNOWN` = this system has no such table (not Linux), so the other guards stand alone. */
export type PeerVerdict = 'SAME_USER' | 'FOREIGN' | 'UNKNOWN';

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

/** Compares the peer's user with our own. On Linux a peer that cannot be found is foreign. */
export function judgePeer(ends: ConnectionEnds): PeerVerdict {
  if (process.platform !== 'linux' || process.getuid === undefined) return 'UNKNOWN';
  let uid: number | null = null;
  // A row can be passed over while the table changes under the reader; only absence is asked again, never a wrong user.
  for (let read = 0; read < READINGS && uid === null; read++) {
    uid = peerUidIn(readTable('/proc/net/tcp'), ends) ?? peerUidIn(readTable('/proc/net/tcp6'), ends);
  }
  return uid === process.getuid() ? 'SAME_USER' : 'FOREIGN';
}
