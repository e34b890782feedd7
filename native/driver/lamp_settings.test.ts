import { describe, expect, it } from 'vitest';
import { blink1Settings } from './blink1/settings.ts';
import { lampReport } from './patlite/frame.ts';
import { patliteSettings } from './patlite/settings.ts';

describe('the lamp for CALL_OFFICER, which a hit ends in like any ordinary question', () => {
  it.each(['#ff0000', '#800000', '#ffbf00', '#ff8000', '#ffff00', '#cc3300'])('is not %s', (callOfficer) => {
    expect(blink1Settings.safeParse({ lamps: { callOfficer } }).success).toBe(false);
  });

  it.each(['#ffffff', '#0000ff', '#00ff00', '#00ffff', '#000000'])('may be %s', (callOfficer) => {
    expect(blink1Settings.safeParse({ lamps: { callOfficer } }).success).toBe(true);
  });

  it('of a Patlite is neither red nor yellow', () => {
    const accepted = ['red', 'green', 'yellow', 'blue', 'purple', 'sky', 'white'].filter(
      (callOfficer) => patliteSettings.safeParse({ lamps: { callOfficer } }).success,
    );
    expect(accepted).toEqual(['green', 'blue', 'purple', 'sky', 'white']);
  });

  it('is by default neither red nor amber', () => {
    expect(blink1Settings.parse({}).lamps.callOfficer).toBe('#ffffff');
    expect(patliteSettings.parse({}).lamps.callOfficer).toBe('white');
  });
});

describe('a Patlite', () => {
  const hex = (report: Uint8Array): string => Buffer.from(report).toString('hex');

  it('is told as in the examples of its maker, steady and without a sound', () => {
    expect(hex(lampReport('NE-USB', 'red'))).toBe('000000ff0f11000000');
    expect(hex(lampReport('NE-USB', 'green'))).toBe('000000ff0f21000000');
    expect(hex(lampReport('NE-USB', null))).toBe('000000ff0f00000000');
    expect(hex(lampReport('LR6-USB', 'green'))).toBe('0000000f0000100000');
    expect(hex(lampReport('LR6-USB', 'white'))).toBe('0000000f0000001000');
    expect(hex(lampReport('LR6-USB', null))).toBe('0000000f0000000000');
  });

  it('tower has no purple and no sky', () => {
    expect(patliteSettings.safeParse({ model: 'LR6-USB', lamps: { busy: 'sky' } }).success).toBe(false);
    expect(patliteSettings.safeParse({ model: 'NE-USB', lamps: { busy: 'sky' } }).success).toBe(true);
  });
});
