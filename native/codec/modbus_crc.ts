const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  return crc;
});

/** CRC-16 of the first `end` bytes (polynomial A001, begun with FFFF); it is sent low byte first. Modbus over Serial Line V1.02, 6.2.2. */
export function modbusCrc(bytes: Uint8Array, end: number): number {
  let crc = 0xffff;
  for (let at = 0; at < end; at += 1) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return crc;
}
