import { EventEmitter } from 'node:events';

/** Stands in for the `electron` module on plain Node: it records what the shell asks for and lets tests fire events. */

/** What the shell asked of Electron. */
export const asked = {
  windows: [] as { readonly options: Record<string, unknown>; readonly window: BrowserWindow }[],
  urls: [] as string[],
  sandboxEnabled: false,
  menu: undefined as unknown,
  quits: 0,
  exits: [] as number[],
  switches: [] as string[],
};

/** Where the fake says things lie. */
export const setting = { appPath: '', userData: '' };

class App extends EventEmitter {
  readonly commandLine = { appendSwitch: (name: string, value: string) => asked.switches.push(`${name}=${value}`) };
  readonly isPackaged = false;
  getAppPath = (): string => setting.appPath;
  getPath = (): string => setting.userData;
  whenReady = (): Promise<void> => Promise.resolve();
  requestSingleInstanceLock = (): boolean => true;
  enableSandbox(): void {
    asked.sandboxEnabled = true;
  }
  exit(code: number): void {
    asked.exits.push(code);
  }
  quit(): void {
    let prevented = false;
    this.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) asked.quits += 1;
  }
}
export const app = new App();

type OpenHandler = (details: { url: string }) => { action: string };

class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  shown = false;
  constructor(options: Record<string, unknown>) {
    super();
    asked.windows.push({ options, window: this });
    app.emit('web-contents-created', {}, this.webContents);
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.show();
  }
  loadURL(url: string): Promise<void> {
    asked.urls.push(url);
    return Promise.resolve();
  }
}

type PermissionHandler = (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void;
type RequestHandler = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

class FakeSession extends EventEmitter {
  request: PermissionHandler = () => undefined;
  check: () => boolean = () => true;
  device: () => boolean = () => true;
  before: RequestHandler = () => undefined;
  readonly webRequest = {
    onBeforeRequest: (handler: RequestHandler): void => {
      this.before = handler;
    },
  };
  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
}

/** What the shell has told the person in a box of its own. */
export const dialog = {
  shown: [] as string[],
  showErrorBox(title: string): void {
    this.shown.push(title);
  },
};

const sessions = new Map<string, FakeSession>();
export const session = {
  fromPartition(partition: string): FakeSession {
    const found = sessions.get(partition) ?? new FakeSession();
    sessions.set(partition, found);
    return found;
  },
};

export const Menu = {
  setApplicationMenu(menu: unknown): void {
    asked.menu = menu;
  },
};

export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: (): string => 'gnome_libsecret',
  encryptString: (text: string): Buffer => Buffer.from(text).reverse(),
  decryptString: (sealed: Buffer): string => Buffer.from(sealed).reverse().toString(),
};
