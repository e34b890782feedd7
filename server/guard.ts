/**
 * Who may come in through the door. Pure decisions: no socket, no clock, so that every rule is tested without a server.
 *
 * Any page in any browser, and any program of any user, can reach a port on 127.0.0.1, and a foreign name can be made to
 * resolve to it (DNS rebinding). Names are therefore compared whole with an exact list, never by prefix or by each other.
 */

/** Why someone was turned away: stable codes, written to the journal. */
export type RefusalCode =
  | 'HOST_FOREIGN'
  | 'ORIGIN_FOREIGN'
  | 'ORIGIN_MISSING'
  | 'SITE_FOREIGN'
  | 'METHOD_NOT_ALLOWED'
  | 'TARGET_MALFORMED'
  | 'BODY_NOT_ALLOWED'
  | 'PREFETCH'
  | 'TOKEN_INVALID'
  | 'COOKIE_INVALID'
  | 'WINDOW_TAKEN'
  | 'NOT_FOUND'
  | 'UPGRADE_MALFORMED'
  | 'PEER_FOREIGN'
  | 'TOO_MANY_MESSAGES'
  | 'MESSAGE_MALFORMED';

/** An HTTP status and the code that explains it. */
export interface Refusal {
  readonly status: number;
  readonly code: RefusalCode;
}

/**
 * The name of this machine that the door goes by. `localhost` only where the unit asks for a security key: a browser engine
 * binds such a key to a name and takes no address for one. The socket listens on 127.0.0.1 either way.
 */
export type DoorName = '127.0.0.1' | 'localhost';

/** The one name under which the door may be called. */
export interface DoorAddress {
  /** Exactly what `Host` must say, e.g. `127.0.0.1:41000`. */
  readonly host: string;
  /** Exactly what `Origin` must say, e.g. `http://127.0.0.1:41000`. */
  readonly origin: string;
}

/** What the decisions look at. `rawHeaders` as Node gives them: name, value, name, value; duplicates kept. */
export interface RequestFacts {
  readonly method: string;
  readonly target: string;
  readonly rawHeaders: readonly string[];
}

/** Path of the WebSocket. */
export const RPC_PATH = '/rpc';
/** Path that takes the one-time token. */
export const OPEN_PATH = '/open';

export function doorAddress(port: number, name: DoorName = '127.0.0.1'): DoorAddress {
  return { host: `${name}:${port}`, origin: `http://${name}:${port}` };
}

/** Every value of a header, in order. Two `Host` lines are a smuggling attempt, so callers ask for all of them. */
export function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === name) values.push(rawHeaders[i + 1] ?? '');
  }
  return values;
}

/** The path of a request target as it was sent: never decoded, never normalised. */
export function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end === -1 ? target : target.slice(0, end);
}

function judgeHost(address: DoorAddress, facts: RequestFacts): Refusal | null {
  const hosts = headerValues(facts.rawHeaders, 'host');
  return hosts.length === 1 && hosts[0] === address.host ? null : { status: 421, code: 'HOST_FOREIGN' };
}

function judgeOrigin(address: DoorAddress, facts: RequestFacts, required: boolean): Refusal | null {
  const origins = headerValues(facts.rawHeaders, 'origin');
  if (origins.length === 0) return required ? { status: 403, code: 'ORIGIN_MISSING' } : null;
  return origins.length === 1 && origins[0] === address.origin ? null : { status: 403, code: 'ORIGIN_FOREIGN' };
}

/** `Sec-Fetch-Site` cannot be forged by a page. `same-site` is another port of this host and as foreign as any other. */
function judgeSite(facts: RequestFacts, allowed: readonly string[]): Refusal | null {
  const sites = headerValues(facts.rawHeaders, 'sec-fetch-site');
  if (sites.length === 0) return null;
  return sites.length === 1 && allowed.includes(sites[0] ?? '') ? null : { status: 403, code: 'SITE_FOREIGN' };
}

function judgeTarget(target: string): Refusal | null {
  const plain = target.startsWith('/') && !target.startsWith('//') && target.length <= 512;
  return plain ? null : { status: 400, code: 'TARGET_MALFORMED' };
}

/**
 * Judges a request for the page, its files or {@link OPEN_PATH} before anything is looked up.
 * @returns null when the request may go on to the token or the cookie.
 */
export function judgeRequest(address: DoorAddress, facts: RequestFacts): Refusal | null {
  const foreign =
    judgeHost(address, facts) ?? judgeOrigin(address, facts, false) ?? judgeSite(facts, ['same-origin', 'none']);
  if (foreign !== null) return foreign;
  if (facts.method !== 'GET' && facts.method !== 'HEAD') return { status: 405, code: 'METHOD_NOT_ALLOWED' };
  const hasBody =
    headerValues(facts.rawHeaders, 'transfer-encoding').length > 0 ||
    headerValues(facts.rawHeaders, 'content-length').some((length) => length !== '0');
  if (hasBody) return { status: 400, code: 'BODY_NOT_ALLOWED' };
  return judgeTarget(facts.target);
}

/** Judges a WebSocket upgrade before the cookie is looked at: here the Origin must be there. */
export function judgeUpgrade(address: DoorAddress, facts: RequestFacts): Refusal | null {
  const foreign = judgeHost(address, facts) ?? judgeOrigin(address, facts, true) ?? judgeSite(facts, ['same-origin']);
  if (foreign !== null) return foreign;
  if (facts.method !== 'GET') return { status: 405, code: 'METHOD_NOT_ALLOWED' };
  if (headerValues(facts.rawHeaders, 'upgrade')[0]?.toLowerCase() !== 'websocket') {
    return { status: 400, code: 'UPGRADE_MALFORMED' };
  }
  return facts.target === RPC_PATH ? null : { status: 404, code: 'NOT_FOUND' };
}

/**
 * Takes the token out of `/open?token=...`; a prefetch must not burn it, and `HEAD` neither.
 * @returns the token as sent, or why it is not even looked up.
 */
export function tokenOf(facts: RequestFacts): { readonly token: string } | Refusal {
  if (facts.method !== 'GET') return { status: 405, code: 'METHOD_NOT_ALLOWED' };
  const purposes = [...headerValues(facts.rawHeaders, 'sec-purpose'), ...headerValues(facts.rawHeaders, 'purpose')];
  if (purposes.some((purpose) => purpose.includes('prefetch'))) return { status: 403, code: 'PREFETCH' };
  const match = /^\/open\?token=([A-Za-z0-9_-]{43})$/.exec(facts.target);
  return match?.[1] === undefined ? { status: 403, code: 'TOKEN_INVALID' } : { token: match[1] };
}

/** Name of the cookie. Cookies are shared by all ports of a host, so the port is part of it. */
export function cookieName(port: number): string {
  return `booth_${port}`;
}

/** The `Set-Cookie` line of a new window: for this browser session only, unreadable for scripts. */
export function setCookie(port: number, secret: string): string {
  return `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The window's secret out of the `Cookie` headers, or null. A cookie sent twice is not believed. */
export function cookieOf(port: number, rawHeaders: readonly string[]): string | null {
  const prefix = `${cookieName(port)}=`;
  const found = headerValues(rawHeaders, 'cookie')
    .flatMap((line) => line.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  return found.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(found[0] ?? '') ? (found[0] ?? null) : null;
}
