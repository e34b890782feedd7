import { expect, it } from 'vitest';
import { ok } from '../../core/domain/result.ts';
import { systemClock, systemIds } from '../../core/system_ports.ts';
import type { BoundDriver } from '../driver/driver.ts';
import type { Session, SessionEvent } from '../driver/session.ts';
import type { Transport } from '../transport/transport.ts';
import { supervise } from './supervisor.ts';
import { wearInMemory } from './wear_book.ts';

const transport: Transport = {
  path: 'line',
  write: async () => ok(undefined),
  onBytes: () => () => {},
  onLost: () => () => {},
  close: async () => {},
};

it('takes nothing from a session after its end, least of all for the one that followed it', async () => {
  const said: ((event: SessionEvent) => void)[] = [];
  const driver = {
    id: 'rude',
    kind: 'MRZ_READER',
    link: 'serial',
    usb: [],
    lines: null,
    connect: ({ emit }: { emit: (event: SessionEvent) => void }) => {
      said.push(emit);
      return { kind: 'MRZ_READER', start: async () => ok({ firmware: null }), stop: () => {} } as unknown as Session;
    },
  } as unknown as BoundDriver;
  const device = supervise({
    name: 'reader',
    driver,
    open: async () => ok(transport),
    folders: [],
    simulated: false,
    wear: wearInMemory(),
    clock: systemClock,
    ids: systemIds,
  });
  const heard: string[] = [];
  device.onEvent(({ kind }) => heard.push(kind));
  try {
    await expect.poll(() => device.session()).not.toBeNull();
    device.renew();
    await expect.poll(() => said.length).toBe(2);
    await expect.poll(() => device.session()).not.toBeNull();
    const [old, now] = said;
    old?.({ kind: 'failed', problem: { code: 'DEVICE_SILENT', detail: 'late' } });
    old?.({ kind: 'garbage', bytes: 3, at: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect([device.health().state, heard]).toEqual(['ready', []]);
    now?.({ kind: 'garbage', bytes: 3, at: 1 });
    expect(heard).toEqual(['garbage']);
  } finally {
    await device.close();
  }
});
