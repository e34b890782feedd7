import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/**
 * The key of one file of sealed chunks. `token` is used for one file only, so that counting nonces never repeat under
 * a key.
 */
export function chunkKey(key: Buffer, token: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, `border-booth documents ${token}`, purpose, 32));
}

function nonceOf(chunk: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(chunk, NONCE_BYTES - 4);
  return nonce;
}

/** What a sealed file throws where it is not what was written. */
export class ChunkDamaged extends Error {}

/** Where a chunk lies in its file. */
export interface ChunkPlace {
  readonly chunk: number;
  readonly offset: number;
  readonly bytes: number;
}

/**
 * Appends chunks, each sealed by AES-256-GCM under its own number, so that none can be changed, moved or exchanged.
 * Functions throw file system errors.
 */
export function chunkWriter(path: string, key: Buffer) {
  const file = openSync(path, 'wx', 0o600);
  let chunk = 0;
  let offset = 0;
  let open = true;
  const close = () => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    append(content: Uint8Array): ChunkPlace {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk));
      const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
      for (let written = 0; written < sealed.length; ) {
        written += writeSync(file, sealed, written, sealed.length - written, offset + written);
      }
      const place = { chunk, offset, bytes: sealed.length };
      chunk++;
      offset += sealed.length;
      return place;
    },
    /** Makes what was written last. */
    finish(): void {
      fsyncSync(file);
      close();
    },
    close,
  };
}

/** Reads chunks back; throws ChunkDamaged where one is not what was written under this key. */
export function chunkReader(path: string, key: Buffer) {
  const file = openSync(path, 'r');
  return {
    read({ chunk, offset, bytes }: ChunkPlace): Buffer {
      const sealed = Buffer.allocUnsafe(bytes);
      for (let read = 0; read < bytes; ) {
        const more = readSync(file, sealed, read, bytes - read, offset + read);
        if (more === 0) throw new ChunkDamaged('cut off');
        read += more;
      }
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk));
      decipher.setAuthTag(sealed.subarray(bytes - TAG_BYTES));
      const content = decipher.update(sealed.subarray(0, bytes - TAG_BYTES));
      try {
        decipher.final();
      } catch {
        throw new ChunkDamaged('seal broken');
      }
      return content;
    },
    close: () => closeSync(file),
  };
}
