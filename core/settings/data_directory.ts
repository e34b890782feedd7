import { homedir } from 'node:os';
import { join } from 'node:path';

/** What of the environment decides where the booth keeps its data. */
export interface DataEnvironment {
  readonly [name: string]: string | undefined;
}

/**
 * The booth's data folder where none is named: $BOOTH_DATA_DIR, else `border-booth` in the user's data folder
 * ($XDG_DATA_HOME or ~/.local/share; on Windows `Border Booth` in %LOCALAPPDATA%).
 */
export function defaultDataDirectory(
  environment: DataEnvironment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment.BOOTH_DATA_DIR) return environment.BOOTH_DATA_DIR;
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Border Booth');
  }
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'border-booth');
}
