import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { WindowIdentity } from '../core/booth.ts';
import { err, ok, type Result } from '../core/domain/result.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly contentType: string;
  readonly cacheControl: string;
  read(): Promise<Uint8Array>;
}

/** Every path that is answered, as it must be sent; there is no other way to a file. */
export type StaticPage = ReadonlyMap<string, PageFile>;

const TRAVELLER_PAGE = '/traveller.html';

/**
 * The file that a window gets for a path. Which page stands at `/` follows from the window's role alone, so that no
 * address leads a traveller's screen to the sign-in or an officer's to the traveller's page.
 */
export function fileFor(page: StaticPage, role: WindowIdentity['role'], target: string): PageFile | undefined {
  if (target === TRAVELLER_PAGE) return undefined;
  return page.get(target === '/' && role === 'gate' ? TRAVELLER_PAGE : target);
}

/** Vite puts a hash of the content into these names, so they never change. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path);
}

function pageFile(path: string, file: string): PageFile {
  return {
    contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    cacheControl: isHashed(path) ? 'private, max-age=31536000, immutable' : 'no-store',
    read: () => readFile(file),
  };
}

/**
 * Lists the built page once. A path is looked up whole in this list and never joined to a folder, so that no spelling of
 * a path leads out of it; links are left out for the same reason.
 * @returns the list; `PAGE_MISSING` when there is no index.html.
 */
export async function listPage(
  directory: string,
): Promise<Result<StaticPage, { readonly code: 'PAGE_MISSING'; readonly detail: string }>> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    files.set(path === '/index.html' ? '/' : path, pageFile(path, file));
  }
  if (!files.has('/')) return err({ code: 'PAGE_MISSING', detail: `no index.html in ${directory}` });
  return ok(files);
}
