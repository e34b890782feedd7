import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportProfile, type ProfileSigner, publicKeyOf, readProfile } from './lane_profile.ts';

function signer(name: string): ProfileSigner {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { name, privateKey, publicKey: publicKeyOf(privateKey) };
}
const own = signer('booth A07');
const workshop = signer('workshop');
const devices = [{ name: 'reader', driver: 'elyctis-idbox', options: { heartbeatMs: 1000 } }];
const facts = { lane: 'A07', madeAt: 1_700_000_000_000, devices };

describe('a lane profile', () => {
  it('signed by this booth comes back as it went out, and is trusted', () => {
    const read = readProfile(exportProfile(facts, own), own, []);
    expect(read).toEqual({ ok: true, value: { ...facts, signedBy: 'booth A07', trusted: true } });
  });

  it("of another signer is trusted under the settings' own name for them, else said to be a stranger's", () => {
    const text = exportProfile(facts, { ...workshop, name: 'booth A07' });
    const stranger = readProfile(text, own, []);
    expect(stranger).toMatchObject({ ok: true, value: { trusted: false } });
    expect(stranger.ok && stranger.value.signedBy).toMatch(/^booth A07 \([0-9a-f]{16}\)$/);
    const raw = Buffer.from(workshop.publicKey, 'base64').subarray(-32).toString('base64');
    for (const publicKey of [workshop.publicKey, raw]) {
      const read = readProfile(text, own, [{ name: 'Xưởng Mẫu', publicKey }]);
      expect(read).toMatchObject({ ok: true, value: { trusted: true, signedBy: 'Xưởng Mẫu' } });
    }
  });

  it('that was changed after it was signed is refused, wherever it was changed', () => {
    const text = exportProfile(facts, own);
    const changes = [
      text.replace('"A07"', '"A08"'),
      text.replace('1000', '1001'),
      text.replace('1700000000000', '1700000000001'),
      text.replace('booth A07', 'booth A08'),
      text.replace(own.publicKey, workshop.publicKey),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(text);
      expect(readProfile(changed, own, [])).toEqual({ ok: false, error: 'PROFILE_SIGNATURE' });
    }
  });

  it('written down otherwise, with the same content, still holds', () => {
    const { signature, ...rest } = JSON.parse(exportProfile(facts, own));
    const turned = Object.fromEntries(Object.entries({ ...rest, signature }).reverse());
    expect(readProfile(JSON.stringify(turned), own, []).ok).toBe(true);
  });

  it.each(['', '{}', '[1]', 'not JSON', '{"kind":"border-booth-lane-profile"}'])('%j is none', (text) => {
    expect(readProfile(text, own, [])).toEqual({ ok: false, error: 'PROFILE_UNREADABLE' });
  });
});
