import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the invented centre knows: rows as `centralOverHttp` reads them. */
export interface InventedRegister {
  readonly visas: readonly { readonly holder: { readonly documentNumber?: string | null | undefined } }[];
  readonly movements: readonly { readonly documentNumber: string | null }[];
  readonly declarations: readonly {
    readonly code: string;
    readonly holder: { readonly documentNumber?: string | null | undefined };
    readonly members?: readonly { readonly documentNumber?: string | null | undefined }[] | undefined;
  }[];
}

/** How it behaves: as it should, after so many ms, never, or with an answer that is none. */
export type RegisterManner = 'SOUND' | 'SILENT' | 'WRONG' | { readonly slowMs: number };

async function bodyOf(request: IncomingMessage): Promise<{ documentNumber?: string; code?: string | null }> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text) as { documentNumber?: string; code?: string | null };
}

function answerTo(path: string, asked: { documentNumber?: string; code?: string | null }, known: InventedRegister) {
  const { documentNumber, code } = asked;
  if (path === '/movements')
    return { movements: known.movements.filter((one) => one.documentNumber === documentNumber) };
  if (path === '/visas') return { visas: known.visas.filter(({ holder }) => holder.documentNumber === documentNumber) };
  if (path !== '/declarations') return null;
  const plain = (text: string) => text.replace(/[^A-Z0-9]/g, '');
  return {
    declarations: known.declarations.filter(
      (one) =>
        [one.holder, ...(one.members ?? [])].some((person) => person.documentNumber === documentNumber) ||
        (code != null && plain(one.code) === plain(code)),
    ),
  };
}

/** A central register in software for training and tests: below the client it is real HTTP on the loopback interface. */
export class SimulatedRegister {
  readonly key = 'training';
  #manner: RegisterManner = 'SOUND';
  #known: InventedRegister;
  readonly #server: Server;
  /** Paths asked, for tests. */
  readonly asked: string[] = [];

  constructor(known: InventedRegister) {
    this.#known = known;
    this.#server = createServer((request, response) => {
      const end = (status: number, body: string): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      };
      const answer = async (): Promise<void> => {
        const path = request.url ?? '';
        this.asked.push(path);
        const manner = this.#manner;
        if (request.headers.authorization !== `Bearer ${this.key}`) return end(401, '{}');
        const asked = await bodyOf(request);
        if (manner === 'SILENT') return;
        if (manner === 'WRONG') return end(200, '{"visas":[{"number":7}],"movements":"many","declarations":null}');
        if (typeof manner === 'object') await new Promise((resolve) => setTimeout(resolve, manner.slowMs).unref());
        const found = answerTo(path, asked, this.#known);
        end(found === null ? 404 : 200, JSON.stringify(found ?? {}));
      };
      answer().catch(() => end(400, '{}'));
    });
  }

  /** Begins to listen on a free port. @returns the address for the settings. */
  async listen(): Promise<{ readonly url: string; readonly key: string; readonly seconds: number }> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // A waiting booth is kept alive by its lane, not by this.
    this.#server.unref();
    return { url: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`, key: this.key, seconds: 5 };
  }

  order(manner: RegisterManner): void {
    this.#manner = manner;
  }

  know(known: InventedRegister): void {
    this.#known = known;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
