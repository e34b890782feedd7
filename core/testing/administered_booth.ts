import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { WatchlistView } from '../../contract/watchlist_view.ts';
import { type Booth, createBooth, systemClock, systemIds } from '../booth.ts';
import type { Result } from '../domain/result.ts';
import { keyFromFile } from '../storage/key_file.ts';
import { openStorage, type Storage } from '../storage/open_storage.ts';

const clientOf = (booth: Booth) =>
  createRouterClient(booth.router, { context: { window: { windowId: 'w1', role: 'officer' } } });
type Client = ReturnType<typeof clientOf>;

/** A training booth on a data folder of its own, for tests of its watchlist administrator. */
export class AdministeredBooth {
  readonly directory = mkdtempSync(join(tmpdir(), 'booth-lists-'));
  #booth: Booth | null = null;

  async start(): Promise<void> {
    const made = await createBooth({ dataDirectory: this.directory, demo: true });
    if (!made.ok) throw new Error(made.error.code);
    this.#booth = made.value;
  }

  /** Stops it, does or finds something in the data folder, and starts it again. */
  async atRest<T>(work: () => Promise<T>): Promise<T> {
    await this.#booth?.stop();
    const found = await work();
    await this.start();
    return found;
  }

  async remove(): Promise<void> {
    await this.#booth?.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Signs the first administrator in. */
  async administrator(): Promise<Client> {
    if (!this.#booth) throw new Error('the booth does not run');
    const client = clientOf(this.#booth);
    await client.session.signIn({ number: '0666', pin: '666000', direction: 'DEPARTURE', shift: '1' });
    return client;
  }

  /** What `work` finds or does in the store itself, while the booth is at rest. */
  inTheStore<T>(work: (storage: Storage) => Promise<Result<T, { readonly code: string }>>): Promise<T> {
    return this.atRest(async () => {
      const key = keyFromFile(this.directory, systemIds);
      if (!key.ok) throw new Error(key.error.code);
      const options = {
        directory: this.directory,
        key: key.value,
        clock: systemClock,
        ids: systemIds,
        terminal: 'A07',
      };
      const storage = await openStorage(options);
      if (!storage.ok) throw new Error(storage.error.code);
      const found = await work(storage.value);
      await storage.value.close();
      if (!found.ok) throw new Error(found.error.code);
      return found.value;
    });
  }

  journal() {
    return this.inTheStore((storage) => storage.records.exportJournal(1, 500));
  }

  /** Puts a JSON Lines file into the drop folder. */
  drop(name: string, lines: readonly unknown[]): void {
    mkdirSync(join(this.directory, 'incoming'), { recursive: true });
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    writeFileSync(join(this.directory, 'incoming', name), text);
  }
}

/** The first view of the lists that satisfies the condition. */
export async function seen(client: Client, until: (view: WatchlistView) => boolean): Promise<WatchlistView> {
  for await (const view of await client.watchlist.watch()) if (until(view)) return view;
  throw new Error('the window was locked');
}
export const ended = (view: WatchlistView) =>
  ['READY', 'FAILED', 'DISCARDED', 'DONE'].includes(view.change?.phase ?? '');
export const listOf = (view: WatchlistView, name: string) => view.lists.find((one) => one.list === name);

export const person = (id: string, full: string) => ({ id, names: [{ full }], birthDate: '1970-01-02' });
export const people = (count: number) =>
  Array.from({ length: count }, (_, place) => person(`P${place}`, `MẪU SỐ ${place}`));
