import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../core/storage/testing/temporary_store.ts';
import { runBooth } from './testing/command_line.ts';

test('a list signed by its authority goes in where the settings know the authority, and nowhere else', async () => {
  const directory = temporaryDirectory();
  try {
    const at = (name: string) => join(directory.path, name);
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(at('key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
    writeFileSync(at('rows.jsonl'), `${JSON.stringify({ id: '1', names: [{ full: 'ĐẶNG VĂN MẪU' }] })}\n`);
    const said = ['--authority', 'A08', '--list', 'BANS', '--kind', 'ENTRY_BAN', '--version', '7', '--sequence', '7'];
    const signed = await runBooth(['watchlist', 'sign', at('rows.jsonl'), '--key', at('key.pem'), ...said]).ended;
    expect(signed).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(at('package.jsonl'), signed.stdout);
    const take = () =>
      runBooth(['watchlist', 'import', at('package.jsonl'), '--format', 'package', '--data', at('data')]).ended;
    expect(await take()).toMatchObject({ code: 2, stderr: expect.stringContaining('SIGNATURE_UNKNOWN_AUTHORITY') });
    mkdirSync(at('data'), { recursive: true, mode: 0o700 });
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const settings = { listAuthorities: [{ name: 'A08', publicKey: key, lists: ['BANS'] }] };
    writeFileSync(join(at('data'), 'settings.json'), JSON.stringify(settings));
    expect(JSON.parse((await take()).stdout)).toMatchObject({ list: 'BANS', version: '7', added: 1 });
    const status = await runBooth(['watchlist', 'status', '--data', at('data')]).ended;
    expect(JSON.parse(status.stdout)).toMatchObject({
      lists: [{ signedBy: 'A08', sequence: 7, service: 'IN_SERVICE' }],
    });
    const withoutKey = await runBooth(['watchlist', 'sign', at('rows.jsonl'), '--key', at('rows.jsonl'), ...said])
      .ended;
    expect(withoutKey).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--key') });
  } finally {
    directory.remove();
  }
});
