import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultDataDirectory } from '../core/settings/data_directory.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { findBrowser, findElectron, hasDisplay } from './window_host.ts';

/** One thing that was looked for. `need`: without it the booth does not run / a part is missing / only tests want it. */
export interface Finding {
  readonly name: string;
  readonly need: 'required' | 'optional' | 'tests';
  readonly found: boolean;
  readonly detail: string;
  /** What to do where it is missing, or null. */
  readonly advice: string | null;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

function inPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

function finding(name: string, need: Finding['need'], found: string | null, missing: string, advice: string): Finding {
  return { name, need, found: found !== null, detail: found ?? missing, advice: found === null ? advice : null };
}

function sharedLibrary(prefix: string): string | null {
  const folders = [
    '/usr/lib',
    '/lib',
    '/usr/local/lib',
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  ];
  for (const folder of folders) {
    const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith(prefix)) : undefined;
    if (name !== undefined) return join(folder, name);
  }
  return null;
}

function nodePackage(name: string): string | null {
  try {
    return `${name} ${(require(`${name}/package.json`) as { version: string }).version}`;
  } catch {
    return null;
  }
}

/** Where the optional chip library was built; null where it could not be. It does not show its package.json. */
function chipLibrary(): string | null {
  try {
    const built = join(dirname(require.resolve('smartcard')), '../../build/Release/smartcard_napi.node');
    return existsSync(built) ? built : null;
  } catch {
    return null;
  }
}

function dataFolder(): Finding {
  const path = defaultDataDirectory(process.env, process.platform);
  const base = { name: 'data folder', need: 'required' as const };
  if (!existsSync(path)) return { ...base, found: true, detail: `${path} (made at the first start)`, advice: null };
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  if (open) return { ...base, found: false, detail: `${path} is open to others`, advice: `chmod 700 ${path}` };
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return { ...base, found: true, detail: path, advice: null };
  } catch {
    return { ...base, found: false, detail: `${path} cannot be written`, advice: `give ${path} to the booth's user` };
  }
}

/** Looks at this machine. Nothing is opened, started or downloaded. */
export function examine(): readonly Finding[] {
  const major = Number(process.versions.node.split('.')[0]);
  const page = join(root, 'out', 'renderer', 'index.html');
  const windows = process.platform === 'win32';
  return [
    finding('Node 24', 'required', major >= 24 ? process.versions.node : null, process.versions.node, 'npm ci'),
    finding('page', 'required', existsSync(page) ? page : null, 'not built', 'npm run build (booth start does it too)'),
    dataFolder(),
    finding('database', 'required', nodePackage('better-sqlite3-multiple-ciphers'), 'not installed', 'npm ci'),
    finding('serial ports', 'required', nodePackage('serialport'), 'not installed', 'npm ci'),
    finding(
      'display',
      'optional',
      hasDisplay(process.env, process.platform) ? 'yes' : null,
      'none',
      'start it in a desktop session',
    ),
    finding(
      'Electron',
      'optional',
      findElectron(root, process.env),
      'not installed',
      'npx install-electron, where downloads are allowed',
    ),
    finding('Chromium', 'optional', findBrowser(process.env), 'not in PATH', 'apt-get install chromium'),
    ...(windows
      ? []
      : [
          finding(
            'udev',
            'optional',
            inPath('udevadm'),
            'no udevadm: serial ports cannot be listed',
            'apt-get install udev',
          ),
          finding(
            'libusb',
            'optional',
            sharedLibrary('libusb-1.0.so'),
            'not found: no HID devices',
            'apt-get install libusb-1.0-0',
          ),
        ]),
    finding(
      'smartcard',
      'optional',
      chipLibrary(),
      'not built: no chip reader',
      'apt-get install libpcsclite-dev make g++, then npm ci',
    ),
    ...(windows
      ? []
      : [finding('pcscd', 'optional', inPath('pcscd'), 'not found: no chip reader', 'apt-get install pcscd')]),
    finding('socat', 'tests', inPath('socat'), 'not found: simulators stay in the process', 'apt-get install socat'),
    finding(
      'umockdev',
      'tests',
      inPath('umockdev-run'),
      'not found: no simulated HID devices',
      'apt-get install umockdev',
    ),
  ];
}

/** `booth doctor`: what is there, what is missing, what to do. Exit 1 when something required is missing. */
export async function doctorCommand(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) return wrongUse(io, 'doctor takes no arguments');
  const findings = examine();
  const ok = findings.every(({ need, found }) => found || need !== 'required');
  io.stdout.write(`${JSON.stringify({ ok, findings })}\n`);
  return ok ? EXIT.DONE : EXIT.NO;
}
