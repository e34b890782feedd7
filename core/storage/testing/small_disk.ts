import { execFileSync } from 'node:child_process';
import { temporaryDirectory } from './temporary_store.ts';

/** A small file system of its own at `path`; answers how to take it away, or null where this user may not make one. */
export function smallDisk(path: string, megabytes: number): (() => void) | null {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
    return () => execFileSync('/bin/umount', [path]);
  } catch {
    return null;
  }
}

export function canMakeSmallDisk(): boolean {
  const probe = temporaryDirectory();
  const unmount = smallDisk(probe.path, 1);
  unmount?.();
  probe.remove();
  return unmount !== null;
}
