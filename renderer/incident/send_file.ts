import type { BoothClient } from '../client/booth_client.ts';

/** Bytes of a piece: in base64 they fill a good half of the largest message of the door. */
const PIECE = 27_000;

function inBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Sends a file into the record of an incident, piece by piece; `told` hears how many bytes have arrived. */
export async function sendFile(
  client: BoothClient,
  incident: string,
  file: File,
  told: (bytes: number) => void,
): Promise<void> {
  const { upload } = await client.incident.beginFile({
    incident,
    name: file.name.slice(0, 120),
    mediaType: file.type,
    bytes: file.size,
  });
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    const { received } = await client.incident.addToFile({ upload, piece: inBase64(piece) });
    told(received);
  }
  await client.incident.endFile({ upload });
}
