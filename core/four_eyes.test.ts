import type { AnySchema } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contract } from '../contract/index.ts';
import type { SecondLineCase } from '../contract/second_line_view.ts';
import type { Booth } from './booth.ts';
import { type CallOfTwo, FOUR_EYES } from './domain/access/four_eyes.ts';
import {
  type Client,
  clientOf,
  demoLines,
  desk,
  reviewed,
  seen,
  signIn,
  startBooth,
  temporaryData,
} from './testing/desk.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const CALLS: readonly CallOfTwo[] = FOUR_EYES.flatMap(({ calls }) => calls);
const by = (needed: CallOfTwo['needed']) => CALLS.filter((one) => one.needed === needed).map(({ call }) => call);

/** The input of a call, as the contract reads it. */
function inputOf(call: string): AnySchema {
  let node: unknown = contract;
  for (const part of call.split('.')) node = (node as Record<string, unknown>)[part];
  return (node as { '~orpc': { inputSchema: AnySchema } })['~orpc'].inputSchema;
}

const accepts = async (call: string, input: unknown): Promise<boolean> => {
  const read = await inputOf(call)['~standard'].validate(input);
  return read.issues === undefined;
};

const CHANGE = '7c1f7a34-2d2c-4a53-9c6e-0f0d8f0a1b2c';

test('every act of two persons is done by calls of the contract or says why there are none', () => {
  for (const { act, calls, absent } of FOUR_EYES) expect([act, calls.length > 0]).toEqual([act, absent === undefined]);
  expect(CALLS.length).toBeGreaterThanOrEqual(5);
});

test.each(by('ALWAYS'))('%s is not understood without number and PIN of a second', async (call) => {
  // What any of these calls is about.
  const asked = { change: CHANGE, id: CHANGE, reason: 'complaint 31/2026' };
  expect(await accepts(call, asked)).toBe(false);
  expect(await accepts(call, { ...asked, number: '0667' })).toBe(false);
  expect(await accepts(call, { ...asked, number: '0667', pin: '667000' })).toBe(true);
});

describe('where the case decides', () => {
  const data = temporaryData();
  let booth: Booth;
  let counter: Client;
  let file = '';
  let atCounter = { clearance: '', hit: '' };

  beforeAll(async () => {
    const at = desk();
    booth = await startBooth({ dataDirectory: data.directory, devices: at.devices });
    counter = clientOf(booth);
    // At the exit, where a suspension stands against the person.
    await counter.session.signIn({ number: '0412', pin: '246810', direction: 'DEPARTURE', shift: '1' });
    at.read(...demoLines('true-match'));
    const { clearance } = await seen(counter, reviewed);
    atCounter = { clearance: clearance?.id ?? '', hit: clearance?.hits[0]?.hit ?? '' };
  });
  afterAll(async () => {
    await booth.stop();
    data.remove();
  });

  /** Refusals of one call by whoever asks alone, with themselves as the second, and with one who may not. */
  const PROOFS: Readonly<Record<string, () => Promise<void>>> = {
    async 'lane.compare'() {
      const compare = (second?: { number: string; pin: string }) =>
        counter.lane.compare({ ...atCounter, answer: 'DIFFERENT', ...(second === undefined ? {} : { second }) });
      await expect(compare()).rejects.toMatchObject({ code: 'DIFFERENT_NEEDS_STRONG_FIELDS' });
      await expect(compare({ number: '0412', pin: '246810' })).rejects.toMatchObject({
        code: 'SECOND_PERSON_IS_FIRST',
      });
      await expect(compare({ number: '0901', pin: '909090' })).rejects.toMatchObject({ code: 'SECOND_PERSON_ROLE' });
    },
    async 'lane.state'() {
      const state = (second?: { number: string; pin: string }) =>
        counter.lane.state({
          clearance: atCounter.clearance,
          facts: { permission: { number: 'CP-1', issuer: 'Đơn vị Mẫu', decision: '0456/QĐ-MẪU', until: null } },
          ...(second === undefined ? {} : { second }),
        });
      await expect(state()).rejects.toMatchObject({ code: 'CONFIRMATION_NEEDED', data: { by: 'supervisor' } });
      await expect(state({ number: '0412', pin: '246810' })).rejects.toMatchObject({ code: 'SECOND_PERSON_IS_FIRST' });
      await expect(state({ number: '0413', pin: '413413' })).rejects.toMatchObject({ code: 'CONFIRMATION_ROLE' });
    },
    async 'secondLine.compare'() {
      for (const client of await secondLine())
        for (const second of [undefined, { number: '0901', pin: '909090' }])
          await expect(
            client.secondLine.compare({
              file,
              entry: atCounter.hit,
              answer: 'DIFFERENT',
              ...(second === undefined ? {} : { second }),
            }),
          ).rejects.toMatchObject({ code: 'CASE_REFUSED', data: { why: 'SECOND_PERSON' } });
    },
    async 'secondLine.recheck'() {
      for (const client of await secondLine())
        for (const second of [undefined, { number: '0412', pin: '246810' }])
          await expect(
            client.secondLine.recheck({
              file,
              check: 'ENTRY_CONDITIONS',
              result: 'PASSED',
              reason: 'đã xem',
              ...(second === undefined ? {} : { second }),
            }),
          ).rejects.toMatchObject({ code: 'CASE_REFUSED', data: { why: 'SECOND_PERSON' } });
    },
  };

  /** The file in the hands of an officer of the second line, then in those of a supervisor, who is one person as well. */
  async function secondLine(): Promise<readonly Client[]> {
    if (file === '') {
      await counter.lane.refer({ clearance: atCounter.clearance, reasons: ['OFFICER_IDENTITY'] });
      const officer = clientOf(booth, 'second');
      await signIn(officer, '0301', '135791');
      for await (const { queue } of await officer.secondLine.watch()) {
        file = queue[0]?.file ?? '';
        if (file !== '') break;
      }
      await officer.secondLine.take({ file });
      return [officer];
    }
    const supervisor = clientOf(booth, 'second');
    return [supervisor];
  }

  test('every such call has its proof', () => {
    expect(Object.keys(PROOFS).sort()).toEqual([...by('BY_CASE')].sort());
  });

  test.each(['lane.compare', 'lane.state', 'secondLine.compare', 'secondLine.recheck'])(
    '%s refuses one person alone',
    async (call) => {
      await PROOFS[call]?.();
      if (file === '') return;
      // Nothing was written by what was refused.
      const view = await clientOf(booth, 'second').secondLine.watchCase({ file });
      for await (const now of view as AsyncIterable<SecondLineCase>) {
        expect([now.rechecks, now.comparisons]).toEqual([[], []]);
        break;
      }
    },
  );
});
