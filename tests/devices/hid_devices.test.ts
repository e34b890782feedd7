import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const SCRIPT = `
  import { listHidDevices } from ${JSON.stringify(join(root, 'native/transport/hid_devices.ts'))};
  console.log(JSON.stringify(await listHidDevices()));
`;
const LIST_HID = ['--input-type=module', '-e', SCRIPT];

/**
 * An invented hand scanner in HID POS mode and an invented board without names. The USB numbers 1209:0001 and up are set
 * aside for tests by those who give 1209 out.
 */
const SCANNER_AND_BOARD = join(import.meta.dirname, 'hid/scanner_and_board.umockdev');
/** An invented USB serial adapter, and no HID device. */
const SERIAL_PORT = join(import.meta.dirname, 'hid/serial_port.umockdev');

const SCANNER = {
  path: '/dev/hidraw4',
  vendorId: '1209',
  productId: '0001',
  serialNumber: 'FQ-000417',
  product: 'Quay Scan 2',
  usagePage: 0x8c,
};
const BOARD = {
  path: '/dev/hidraw10',
  vendorId: '1209',
  productId: '0002',
  serialNumber: null,
  product: null,
  usagePage: 0xff00,
};

/** Runs this Node on a machine that has just the described devices; gives what it wrote. */
async function onMachine(descriptions: readonly string[], args: readonly string[]) {
  const given = descriptions.flatMap((file) => ['-d', file]);
  const { stdout, stderr } = await run('umockdev-run', [...given, '--', process.execPath, ...args]);
  return { json: JSON.parse(stdout), stderr };
}

/** Runs this Node where the dynamic linker meets an empty file in place of libusb; gives what it wrote. */
async function withoutLibusb(args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'booth-no-libusb-'));
  await writeFile(join(folder, 'libusb-1.0.so.0'), '');
  const env = { ...process.env, LD_LIBRARY_PATH: folder };
  try {
    const { stdout, stderr } = await run(process.execPath, args, { env });
    return { json: JSON.parse(stdout), stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the HID devices of a machine', () => {
  it('are found with their numbers, names and usage page, sorted by path', async () => {
    const { json } = await onMachine([SCANNER_AND_BOARD], LIST_HID);
    expect(json).toEqual({ ok: true, value: [SCANNER, BOARD] });
  });

  it.each([[[]], [[SERIAL_PORT]]])('are an empty list where there are none: %j', async (descriptions) => {
    const { json } = await onMachine(descriptions, LIST_HID);
    expect(json).toEqual({ ok: true, value: [] });
  });

  it('are a coded answer where the native library does not load', async () => {
    const { json } = await withoutLibusb(LIST_HID);
    expect(json).toMatchObject({ ok: false, error: { code: 'DEVICE_IO' } });
    expect(json.error.detail).toContain('libusb-1.0.so.0');
  });
});

describe('booth devices list', () => {
  const LIST = [join(root, 'cli/booth.mjs'), 'devices', 'list'];

  it('shows serial ports and HID devices, each with its transport', async () => {
    const { json, stderr } = await onMachine([SCANNER_AND_BOARD, SERIAL_PORT], LIST);
    expect(json.ports).toMatchObject([
      { path: '/dev/ttyACM6', vendorId: '1209', productId: '0003', drivers: [], transport: 'serial' },
    ]);
    expect(json.hidDevices).toEqual([
      { ...SCANNER, transport: 'hid' },
      { ...BOARD, transport: 'hid' },
    ]);
    expect(json).toHaveProperty('chipReaders');
    expect(stderr).toBe('');
  });

  it('still shows the ports where HID devices cannot be asked for, and says why', async () => {
    const { json, stderr } = await withoutLibusb(LIST);
    expect([Array.isArray(json.ports), json.hidDevices]).toEqual([true, null]);
    expect(stderr).toMatch(/^DEVICE_IO: .*libusb.*\n$/);
  });
});
