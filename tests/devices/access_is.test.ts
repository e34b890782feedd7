import { afterEach, describe, expect, it } from 'vitest';
import type { CodeScanner } from '../../core/ports/code_scanner.ts';
import { type Rig, startReadyRig, startRig, until } from './rig.ts';

const BOARDING_PASS = 'M1TRAN/LINH           EABC123 HANSGNVN 0123 001Y012A0001 100';

let rig: Rig;
afterEach(() => rig.close());

function scanner(): CodeScanner {
  const { codeScanner } = rig.lane;
  if (codeScanner === null) throw new Error('no code scanner');
  return codeScanner;
}
const events = (kind: string) => rig.events.filter((event) => event.kind === kind);

describe('access-is', () => {
  it('says who it is, reads a boarding pass and shows the verdict of the host', async () => {
    rig = await startReadyRig('access-is', { heartbeatMs: 50 });
    expect(rig.health().firmware).toBe('SB 01.00.21 SIM');
    expect(rig.seen()).toMatchObject({ mode: 'host', lamp: 'dark' });
    rig.act({ act: 'scan', text: BOARDING_PASS });
    await until('the code is read', () => rig.reads().length === 1);
    expect(events('scan')[0]).toMatchObject({ text: BOARDING_PASS, symbology: null });
    expect(rig.seen()).toMatchObject({ waiting: true, lamp: 'dark' });
    expect(await scanner().verdict('GOOD')).toEqual({ ok: true, value: undefined });
    expect(rig.seen()).toMatchObject({ lamp: 'green', goods: 1, waiting: false });
    expect(await scanner().verdict('BAD')).toEqual({ ok: true, value: undefined });
    expect(rig.seen()).toMatchObject({ lamp: 'red', bads: 1 });
    expect(await scanner().verdict('NONE')).toEqual({ ok: true, value: undefined });
    expect(rig.seen().lamp).toBe('dark');
    await until('a heartbeat is timed', () => rig.health().p95Ms.heartbeat !== undefined);
    expect(rig.health().p95Ms).toMatchObject({ read: expect.any(Number), verdict: expect.any(Number) });
  });

  it('tells in interactive mode what is laid on and taken away, and orders the read', async () => {
    rig = await startReadyRig('access-is', { mode: 'interactive' });
    expect(rig.seen().mode).toBe('interactive');
    rig.act({ act: 'scan', text: BOARDING_PASS });
    await until('it is taken away', () => events('media').length === 2);
    expect(events('media')).toMatchObject([{ present: true }, { present: false }]);
    expect(rig.reads()).toEqual([[BOARDING_PASS]]);
  });

  it('shows no verdict where the reader decides, and leaves the stored mode alone when told to', async () => {
    rig = await startReadyRig('access-is', { mode: 'dumb' });
    rig.act({ act: 'scan', text: BOARDING_PASS });
    await until('the reader shows green by itself', () => rig.seen().lamp === 'green');
    expect(await scanner().verdict('BAD')).toEqual({ ok: true, value: undefined });
    expect(rig.seen().lamp).toBe('green');
    await rig.close();
    rig = await startReadyRig('access-is', { mode: 'leave' });
    expect(rig.seen().mode).toBe('dumb');
    expect(await scanner().verdict('GOOD')).toMatchObject({ ok: false, error: { code: 'DEVICE_REFUSED' } });
  });

  it('names the kind of code where the reader says it, and reads UTF-8', async () => {
    rig = await startReadyRig('access-is', { aimId: true });
    rig.act({ act: 'scan', text: 'Tờ khai: Nguyễn', symbology: 'QR' });
    await until('the code is read', () => rig.reads().length === 1);
    expect(events('scan')[0]).toMatchObject({ text: 'Tờ khai: Nguyễn', symbology: 'QR' });
  });

  it('sets the mode again after the reader lost its power behind a converter', async () => {
    rig = await startReadyRig('access-is', { heartbeatMs: 50, modeEveryBeats: 2 });
    rig.order({ restart: true });
    expect(rig.seen().mode).toBe('dumb');
    await until('the mode is set again', () => rig.seen().mode === 'host');
    expect(rig.health()).toMatchObject({ state: 'ready', reconnects: 0 });
  });

  it('asks everything in the self test without lighting anything', async () => {
    rig = await startReadyRig('access-is');
    expect(await rig.lane.selfTest('access-is')).toEqual([
      { step: 'firmware-version', ok: true, detail: 'SB 01.00.21 SIM' },
      { step: 'imager-version', ok: true, detail: 'IMG SIM 1.0' },
      { step: 'operating-mode', ok: true, detail: '1' },
      { step: 'interface', ok: true, detail: '0' },
    ]);
    expect(rig.seen()).toMatchObject({ lamp: 'dark', goods: 0, bads: 0 });
  });

  it('reports no traveller in any detail when a code is torn', async () => {
    rig = await startReadyRig('access-is');
    rig.order({ truncate: true });
    rig.act({ act: 'scan', text: BOARDING_PASS });
    await until('the half code is given up', () => rig.garbage() > 0);
    expect(rig.reads()).toEqual([]);
    expect(JSON.stringify(rig.events)).not.toContain('TRAN');
  });

  it('is named as silent, and gives no verdict, where nothing answers', async () => {
    rig = await startRig('access-is', { responseTimeoutMs: 100 });
    rig.order({ silent: true });
    await until('it is named', () => rig.health().state === 'failed');
    expect(rig.health().problem?.code).toBe('DEVICE_SILENT');
    expect(await scanner().verdict('GOOD')).toMatchObject({ ok: false });
  });
});
