import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productPaths } from './product_paths.ts';

test('in the product the booth lies outside the archive, on the Node beside it', () => {
  const paths = productPaths('/opt/booth/resources/app.asar', '/opt/booth/resources', true, 'linux', 'x64');
  expect(paths).toEqual({
    node: '/opt/booth/resources/node',
    boothEntry: '/opt/booth/resources/app.asar.unpacked/cli/booth.mjs',
    stoppedPage: '/opt/booth/resources/app.asar.unpacked/electron/booth_stopped.html',
  });
  expect(productPaths('C:/b', 'C:/r', true, 'win32', 'x64').node).toBe(join('C:/r', 'node.exe'));
});

test('in the checkout it is the checkout, on the Node that npm installed', () => {
  const root = join(import.meta.dirname, '..');
  const paths = productPaths(root, '', false, process.platform, process.arch);
  expect(paths.boothEntry).toBe(join(root, 'cli', 'booth.mjs'));
  expect(paths.node).toContain(join('node_modules', 'node-'));
});
