import { err, ok, type Result } from '../../core/domain/result.ts';

const SCHEME = 'tcp://';

/** Where a device server listens. */
export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/** Whether a port's path names a place on the network. */
export function isTcp(path: string): boolean {
  return path.startsWith(SCHEME);
}

/** Reads `tcp://host:port`; an IPv6 address stands in brackets. The error is one line for a technician. */
export function parseTcp(path: string): Result<TcpAddress, string> {
  const wrong = err('a network port is written tcp://host:port');
  const [, host = '', digits = ''] = /^tcp:\/\/([^/@?#]+):(\d{1,5})$/.exec(path) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535) return wrong;
  if (!host.includes(':')) return ok({ host, port });
  const [, address = ''] = /^\[([0-9A-Fa-f:.]+)\]$/.exec(host) ?? [];
  return address === '' ? wrong : ok({ host: address, port });
}
