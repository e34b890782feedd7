import { expect, it } from 'vitest';
import { iataBcbpProtocol } from './iata_bcbp.ts';

const PASS =
  'M1NGUYEN/THIHOA       EK7QXW2 HANSGNVN 0213 301Y014C0087 12F>60B0      B1A738555123456700 QQ1234567890  ^108SIGNED42';

it('shows the flight and covers the person', () => {
  const bytes = Uint8Array.from(Buffer.from(PASS, 'latin1'));
  const decoded = iataBcbpProtocol.decode('device-to-host', bytes);
  if (!decoded.ok) throw new Error(decoded.error);
  const masked = Buffer.from(
    iataBcbpProtocol.encode('device-to-host', iataBcbpProtocol.mask(decoded.value)),
  ).toString();
  expect(masked).toContain('HANSGNVN 0213 301');
  const open = iataBcbpProtocol
    .fields('device-to-host', bytes)
    .map(({ from, to, open: shown }) => (shown ? PASS.slice(from, to) : '#'.repeat(to - from)))
    .join('');
  expect(open).toHaveLength(PASS.length);
  for (const secret of ['NGUYEN', 'HOA', 'K7QXW2', '014C', '0087', '738555', '1234567890', 'SIGNED']) {
    expect(PASS).toContain(secret);
    expect([masked.includes(secret), open.includes(secret)]).toEqual([false, false]);
  }
});

it('is said by the scanner only', () => {
  expect(iataBcbpProtocol.decode('host-to-device', Uint8Array.of(0x4d))).toEqual({ ok: false, error: 'ONE_WAY' });
});
