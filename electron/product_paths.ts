import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of the product lie. */
export interface ProductPaths {
  /** The Node that runs the booth. */
  readonly node: string;
  /** cli/booth.mjs. */
  readonly boothEntry: string;
  /** The page that says the booth is down. */
  readonly stoppedPage: string;
}

/**
 * Finds the parts. In the packaged product the booth lies *outside* the archive (`app.asar.unpacked`): plain Node cannot
 * read an archive, and what was tested as files runs as the same files. Node itself lies beside it in the resources.
 * @param appPath the folder of package.json; inside the archive when packaged.
 */
export function productPaths(
  appPath: string,
  resourcesPath: string,
  isPackaged: boolean,
  platform: NodeJS.Platform,
  arch: string,
): ProductPaths {
  const executable = platform === 'win32' ? 'node.exe' : 'node';
  const files = isPackaged ? join(resourcesPath, 'app.asar.unpacked') : appPath;
  const stoppedPage = join(files, 'electron', 'booth_stopped.html');
  const boothEntry = join(files, 'cli', 'booth.mjs');
  if (isPackaged) return { node: join(resourcesPath, executable), boothEntry, stoppedPage };
  const folder = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const installed = join(appPath, 'node_modules', folder, 'bin', executable);
  return {
    node: existsSync(installed) ? installed : 'node',
    boothEntry: join(appPath, 'cli', 'booth.mjs'),
    stoppedPage,
  };
}
