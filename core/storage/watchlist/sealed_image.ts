import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * The search index of a list, sealed in a file beside it: a head (mark, format, size of a piece, length, salt), then
 * pieces of AES-256-GCM, each followed by its tag. The key of each file is drawn from the list key by HKDF with the
 * file's own salt, so that the number of a piece serves as its nonce. Head, piece number and the digest of the list's
 * rows are authenticated with every piece: an image opens only beside the very rows it was made from.
 */
const MARK = Buffer.from('BBINDEX\n');
/** Raised whenever the image itself changes its form: an older one is made again from the rows. */
const FORMAT = 1;
const PIECE = 4 << 20;
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const HEAD_BYTES = MARK.length + 4 + 4 + 8 + SALT_BYTES;

export type ImageProblem = 'ABSENT' | 'OUTDATED' | 'DAMAGED';

function fileKey(listKey: Buffer, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', listKey, salt, 'watchlist index image', 32));
}

function nonce(piece: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(piece, 8);
  return bytes;
}

function boundTo(head: Buffer, digest: string): Buffer {
  return Buffer.concat([head, Buffer.from(digest, 'utf8')]);
}

function headOf(length: number, salt: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  MARK.copy(head);
  head.writeUInt32BE(FORMAT, MARK.length);
  head.writeUInt32BE(PIECE, MARK.length + 4);
  head.writeBigUInt64BE(BigInt(length), MARK.length + 8);
  salt.copy(head, MARK.length + 16);
  return head;
}

/** A disk that fills up takes a part first and refuses the rest only when asked again. */
function writeFully(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** Writes the image whole and flushes it; `digest` is that of the rows (ListContent). Throws file system errors. */
export function writeSealedImage(path: string, listKey: Buffer, digest: string, image: Uint8Array): void {
  const salt = randomBytes(SALT_BYTES);
  const head = headOf(image.byteLength, salt);
  const key = fileKey(listKey, salt);
  const bound = boundTo(head, digest);
  const file = openSync(path, 'w', 0o600);
  try {
    writeFully(file, head);
    for (let piece = 0; piece * PIECE < image.byteLength; piece++) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(piece)).setAAD(bound);
      const sealed = cipher.update(image.subarray(piece * PIECE, (piece + 1) * PIECE));
      cipher.final();
      writeFully(file, sealed);
      writeFully(file, cipher.getAuthTag());
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Fills `into` from the file; false at its early end. */
function readFully(file: number, into: Buffer): boolean {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(file, into, filled, into.length - filled, null);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}

function openPieces(file: number, head: Buffer, listKey: Buffer, digest: string): Uint8Array | ImageProblem {
  const length = Number(head.readBigUInt64BE(MARK.length + 8));
  const pieces = Math.ceil(length / PIECE);
  if (fstatSync(file).size !== HEAD_BYTES + length + pieces * TAG_BYTES) return 'DAMAGED';
  const key = fileKey(listKey, head.subarray(MARK.length + 16));
  const bound = boundTo(head, digest);
  const image = new Uint8Array(new SharedArrayBuffer(length));
  const sealed = Buffer.allocUnsafe(PIECE + TAG_BYTES);
  for (let piece = 0; piece < pieces; piece++) {
    const bytes = Math.min(PIECE, length - piece * PIECE);
    const held = sealed.subarray(0, bytes + TAG_BYTES);
    if (!readFully(file, held)) return 'DAMAGED';
    const opener = createDecipheriv('aes-256-gcm', key, nonce(piece), { authTagLength: TAG_BYTES });
    opener.setAAD(bound).setAuthTag(held.subarray(bytes));
    image.set(opener.update(held.subarray(0, bytes)), piece * PIECE);
    try {
      opener.final();
    } catch {
      return 'DAMAGED';
    }
  }
  return image;
}

/** The image on shared memory, so that it passes to another thread uncopied. Throws file system errors. */
export function readSealedImage(path: string, listKey: Buffer, digest: string): Uint8Array | ImageProblem {
  if (!existsSync(path)) return 'ABSENT';
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    if (!readFully(file, head) || !head.subarray(0, MARK.length).equals(MARK)) return 'DAMAGED';
    if (head.readUInt32BE(MARK.length) !== FORMAT || head.readUInt32BE(MARK.length + 4) !== PIECE) return 'OUTDATED';
    return openPieces(file, head, listKey, digest);
  } finally {
    closeSync(file);
  }
}
