import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

function chipLibrary() {
  try {
    createRequire(import.meta.url).resolve('smartcard');
    return true;
  } catch {
    return false;
  }
}

/**
 * `npm ci` leaves an optional package out where what it is built from was not installed yet; by now it may be. Changes
 * neither package.json nor the lock. Where it fails, the tests of that part say that they did not run.
 */
export function buildOptionalParts() {
  if (chipLibrary() || !existsSync('/usr/include/PCSC/winscard.h')) return;
  console.log('building smartcard ...');
  spawnSync('npm', ['install', '--no-save', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
