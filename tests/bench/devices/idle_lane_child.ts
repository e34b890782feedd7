import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBooth, systemClock, systemIds } from '../../../core/booth.ts';
import { openDevices, parseDeviceSettings } from '../../../native/index.ts';

/** A booth with the devices `driver=path` of the command line, as it stands idle; says when every device is ready. */
const settings = parseDeviceSettings(
  process.argv.slice(2).map((word, index) => {
    const [driver, path] = word.split('=');
    return { driver, name: `${index} ${driver}`, path };
  }),
);
if (!settings.ok) throw new Error(settings.error);
const devices = await openDevices(settings.value, { clock: systemClock, ids: systemIds });
const dataDirectory = mkdtempSync(join(tmpdir(), 'booth-idle-'));
const booth = await createBooth({ dataDirectory, demo: true, devices });
if (!booth.ok) throw new Error(booth.error.code);
const tell = (): void => {
  if (devices.health().every(({ state }) => state === 'ready')) console.log('ready');
};
devices.onHealth(tell);
tell();
setInterval(() => {}, 60_000);
