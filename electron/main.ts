import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, Menu, type Session, safeStorage, session, type WebContents } from 'electron';
import { BoothProcess } from './booth_process.ts';
import {
  type AllowedPlaces,
  boothOriginOf,
  exportPath,
  isAllowedRequest,
  isAllowedUrl,
  NAME_RULES,
  NOT_SAVED,
  PARTITION,
  permissionVerdict,
  readFlags,
  type StoppedReason,
  windowOpenVerdict,
  windowOptions,
} from './hardening.ts';
import { storedKey } from './key_store.ts';
import { productPaths } from './product_paths.ts';

/** The shell: one hardened window on one booth. It wires hardening.ts to Electron and decides nothing by itself. */

function hardenSession(guarded: Session, places: () => AllowedPlaces, data: string): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(permissionVerdict()));
  guarded.setPermissionCheckHandler(permissionVerdict);
  guarded.setDevicePermissionHandler(permissionVerdict);
  guarded.on('will-download', (event, item) => {
    const path = exportPath(item.getURL(), item.getFilename(), places(), data);
    if (path === null) {
      event.preventDefault();
      return;
    }
    item.setSavePath(path);
    item.once('done', (_done, state) => {
      if (state === 'interrupted') dialog.showErrorBox(NOT_SAVED.title, NOT_SAVED.text);
    });
  });
  guarded.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url, places()) }));
}

function hardenContents(contents: WebContents, places: () => AllowedPlaces): void {
  contents.setWindowOpenHandler(windowOpenVerdict);
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(event as 'will-navigate', (details) => {
      if (!isAllowedUrl(details.url, places())) details.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

async function run(): Promise<void> {
  const flags = readFlags(process.argv.slice(1));
  const paths = productPaths(app.getAppPath(), process.resourcesPath, app.isPackaged, process.platform, process.arch);
  const stoppedPage = pathToFileURL(paths.stoppedPage).href;
  const dataDirectory = flags.dataDirectory ?? join(app.getPath('userData'), 'lane');
  let boothOrigin: string | null = null;
  const places = (): AllowedPlaces => ({ boothOrigin, stoppedPage });

  app.on('web-contents-created', (_event, contents) => hardenContents(contents, places));
  await app.whenReady();
  Menu.setApplicationMenu(null);
  hardenSession(session.fromPartition(PARTITION), places, dataDirectory);
  const window = new BrowserWindow(windowOptions(flags));
  window.once('ready-to-show', () => window.show());
  const show = (url: string): void => {
    // A load that was overtaken by the next one is rejected; what counts is the last.
    window.loadURL(url).catch(() => undefined);
  };
  const showStopped = (reason: StoppedReason): void => show(`${stoppedPage}#${reason}`);
  showStopped('starting');

  const key = storedKey(safeStorage, {
    sealedFile: join(app.getPath('userData'), 'booth_key.sealed'),
    boothKeyFile: join(dataDirectory, 'booth.key'),
  });
  if (!key.ok) {
    process.stderr.write(`booth shell: ${key.code}\n`);
    showStopped('key');
    return;
  }
  const booth = new BoothProcess({
    node: paths.node,
    entry: paths.boothEntry,
    arguments: [...flags.boothArguments, '--data', dataDirectory],
    key: key.key,
    onReady: (url) => {
      boothOrigin = boothOriginOf(url);
      show(url);
    },
    onDown: (reason) => {
      boothOrigin = null;
      showStopped(reason);
    },
    onLine: (line) => process.stderr.write(`${line}\n`),
  });
  // A page that crashed, or that the booth refused (its cookie is of an earlier window), comes in anew.
  window.webContents.on('render-process-gone', () => booth.askForUrl());
  window.webContents.on('did-navigate', (_event, url, status) => {
    if (status >= 400 && isAllowedUrl(url, places())) setTimeout(() => booth.askForUrl(), 1_000);
  });
  app.on('second-instance', () => window.focus());
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void booth.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
  booth.start();
}

// Every renderer is sandboxed, whatever its options say; and one lane has one shell.
app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', NAME_RULES);
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    process.stderr.write(`booth shell: ${error instanceof Error ? error.name : 'failed'}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}
