const TABLE = Uint16Array.from({ length: 256 }, (_, high) => {
  let crc = high << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  return crc;
});

/** CRC-16 of ITU-T V.41 with the initial value 0, as used by XMODEM: x^16 + x^12 + x^5 + 1, high bit first. */
export function crc16Xmodem(bytes: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += 1)
    crc = ((crc << 8) & 0xffff) ^ (TABLE[(crc >>> 8) ^ (bytes[at] ?? 0)] ?? 0);
  return crc;
}
