import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs and libraries that the tests drive for real, and the Debian package each comes in. */
const NEEDED = [
  { package: 'chromium', found: () => onPath('chromium') },
  { package: 'socat', found: () => onPath('socat') },
  { package: 'umockdev', found: () => onPath('umockdev-run') },
  { package: 'python3-gi', found: () => existsSync('/usr/lib/python3/dist-packages/gi') },
  { package: 'gir1.2-umockdev-1.0', found: () => library('girepository-1.0/UMockdev-1.0.typelib') },
  { package: 'pcscd', found: () => onPath('pcscd') },
  { package: 'vsmartcard-vpcd', found: () => existsSync('/usr/lib/pcsc/drivers/serial/libifdvpcd.so') },
  { package: 'libpcsclite-dev', found: () => existsSync('/usr/include/PCSC/winscard.h') },
  { package: 'udev', found: () => onPath('udevadm') },
  { package: 'libusb-1.0-0', found: () => library('libusb-1.0.so.0') },
];

function onPath(name) {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].some(
    (folder) => folder !== '' && existsSync(join(folder, name)),
  );
}

function library(name) {
  const folders = [
    '/lib',
    '/usr/lib',
    ...['/lib', '/usr/lib'].flatMap((root) =>
      existsSync(root)
        ? readdirSync(root)
            .filter((one) => one.endsWith('-linux-gnu'))
            .map((one) => join(root, one))
        : [],
    ),
  ];
  return folders.some((folder) => existsSync(join(folder, name)));
}

/** The words before apt-get with which this user may install, or null. */
function mayInstall() {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return onPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Brings in what is missing, or gives the one line that says what to install. Null when everything is there. */
export function bringInPackages() {
  const missing = NEEDED.filter((need) => !need.found()).map((need) => need.package);
  if (missing.length === 0) return null;
  const line = `missing: run  apt-get install -y ${missing.join(' ')}  and try again`;
  const prefix = mayInstall();
  if (prefix === null) return line;
  console.log(`installing ${missing.join(', ')} ...`);
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return (
      spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    );
  };
  const done = apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  return done && NEEDED.every((need) => need.found()) ? null : line;
}
