import { join } from 'node:path';

/**
 * Every decision the shell takes about its window, as plain functions: no Electron in here, so that all of it is tested
 * where Electron cannot run. `main.ts` only wires the answers to Electron's events.
 */

/**
 * Tells the engine that this name is 127.0.0.1 and nothing else: the booth listens there alone, and another user's program
 * could wait for the window on [::1].
 */
export const NAME_RULES = 'MAP localhost 127.0.0.1';

/** What the window is allowed to show at this moment. */
export interface AllowedPlaces {
  /** The booth's origin, e.g. `http://127.0.0.1:41000`; null while it is down. */
  readonly boothOrigin: string | null;
  /** The file URL of the bundled page that says the booth is down. */
  readonly stoppedPage: string;
}

/** Name of the window's session. Without `persist:` it lives in memory: no cookie, cache or history outlasts the shell. */
export const PARTITION = 'booth';

/** Options of the one window. `devTools` only when the shell was started with `--dev-tools`. */
export function windowOptions(choice: { readonly kiosk: boolean; readonly devTools: boolean }) {
  return {
    kiosk: choice.kiosk,
    fullscreen: choice.kiosk,
    frame: !choice.kiosk,
    autoHideMenuBar: true,
    show: false,
    width: 1280,
    height: 1024,
    backgroundColor: '#101418',
    webPreferences: {
      partition: PARTITION,
      // There is no preload script, and there must never be one: the page reaches the booth over its socket alone.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: choice.devTools,
    },
  } as const;
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Where the window may go: the booth's one origin over http, or the bundled page (with any fragment). */
export function isAllowedUrl(url: string, places: AllowedPlaces): boolean {
  const target = parsed(url);
  if (target === null || target.username !== '' || target.password !== '') return false;
  if (target.protocol === 'file:') return url.split('#')[0] === places.stoppedPage;
  return target.protocol === 'http:' && places.boothOrigin !== null && target.origin === places.boothOrigin;
}

/** What the page may fetch: the above, and the booth's socket. */
export function isAllowedRequest(url: string, places: AllowedPlaces): boolean {
  const target = parsed(url);
  if (target?.protocol === 'ws:' && places.boothOrigin !== null) {
    return target.host === new URL(places.boothOrigin).host;
  }
  if (target?.protocol === 'data:' || isOwnFile(url, places)) return true;
  return isAllowedUrl(url, places);
}

/** A file that the page of this booth made in its own memory. */
const isOwnFile = (url: string, { boothOrigin }: AllowedPlaces): boolean =>
  boothOrigin !== null && url.startsWith(`blob:${boothOrigin}/`);

/**
 * Where a download goes, made by the page itself and under a plain name: the technician's exports into one folder of the
 * lane's data, papers about people (PDF) into another.
 * @returns null for any other download, which is prevented.
 */
export function exportPath(url: string, fileName: string, places: AllowedPlaces, data: string): string | null {
  const kind = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,120}\.(jsonl?|pdf)$/.exec(fileName)?.[1];
  if (kind === undefined || !isOwnFile(url, places)) return null;
  return join(data, kind === 'pdf' ? 'papers' : 'exports', fileName);
}

/** The names of this machine that a booth goes by; `localhost` where its unit asks for security keys. */
const BOOTH_NAMES: readonly string[] = ['127.0.0.1', 'localhost'];

/** Said where a file or paper could not be written: the folder is full or closed. What it was made of stays in the booth. */
export const NOT_SAVED = {
  title: 'Chưa lưu được tệp · The file was not saved',
  text:
    'Ổ đĩa đầy hoặc thư mục không ghi được. Hồ sơ trong quầy không mất: báo kỹ thuật, rồi in lại.\n\n' +
    'The disk is full or the folder cannot be written. Nothing in the booth is lost: tell the technician, then print again.',
} as const;

/** The origin of a one-time URL of the booth; null when it is not one: anything but http on this machine with a port. */
export function boothOriginOf(url: string): string | null {
  const target = parsed(url);
  if (target === null || target.protocol !== 'http:' || !BOOTH_NAMES.includes(target.hostname) || target.port === '')
    return null;
  return target.pathname === '/open' && target.searchParams.has('token') ? target.origin : null;
}

/** No page gets any permission. */
export function permissionVerdict(): boolean {
  return false;
}

/** No page opens another window. */
export function windowOpenVerdict(): { readonly action: 'deny' } {
  return { action: 'deny' };
}

/** Waits before the booth is started again, in ms, by how often it ended in a row; then the last one for good. */
const RESTART_DELAYS_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A booth that ran this long was healthy; the next end counts as the first. */
const HEALTHY_AFTER_MS = 60_000;

/** What is known of the ends so far. */
export interface RestartHistory {
  readonly endsInARow: number;
}
export const noEnds: RestartHistory = { endsInARow: 0 };

/**
 * When to start the booth again after an end. It is always started again: a lane without software is closed anyway.
 * @param ranForMs how long it had been ready; 0 when it never was.
 */
export function restartAfter(history: RestartHistory, ranForMs: number): RestartHistory & { readonly delayMs: number } {
  const endsInARow = ranForMs >= HEALTHY_AFTER_MS ? 1 : history.endsInARow + 1;
  const index = Math.min(endsInARow, RESTART_DELAYS_MS.length) - 1;
  return { endsInARow, delayMs: RESTART_DELAYS_MS[index] ?? 0 };
}

/** Why the window shows no booth: the fragments of booth_stopped.html. */
export type StoppedReason = 'starting' | 'ended' | 'refused' | 'key';

/** The reason to show for an exit of the booth: 2 is its word for "not like this", anything else is an accident. */
export function stoppedReason(exitCode: number | null): StoppedReason {
  return exitCode === 2 ? 'refused' : 'ended';
}

/** Switches the shell understands; what it does not know goes nowhere. */
export interface ShellFlags {
  readonly kiosk: boolean;
  readonly devTools: boolean;
  /** Handed to `booth start` as they are. */
  readonly boothArguments: readonly string[];
  readonly dataDirectory: string | null;
}

/** Reads the shell's own arguments. */
export function readFlags(argv: readonly string[]): ShellFlags {
  const value = (name: string): string | null => {
    const found = argv.find((argument) => argument.startsWith(`--${name}=`));
    return found === undefined ? null : found.slice(name.length + 3);
  };
  const role = value('role');
  const port = value('port');
  const page = value('page');
  return {
    kiosk: !argv.includes('--windowed'),
    devTools: argv.includes('--dev-tools'),
    dataDirectory: value('data'),
    boothArguments: [
      ...(role === null ? [] : ['--role', role]),
      ...(port === null ? [] : ['--port', port]),
      ...(page === null ? [] : ['--page', page]),
      ...(argv.includes('--demo') ? ['--demo'] : []),
    ],
  };
}
