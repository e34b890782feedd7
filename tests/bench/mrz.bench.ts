import { parse as parseWithPeer } from 'mrz';
import { countryCodes } from '../../core/domain/mrz/country_codes.ts';
import { parseMrz } from '../../core/domain/mrz/parse.ts';
import { printMrz } from '../../core/domain/mrz/print.ts';

const STRINGS = 5000;
const ROUNDS = 15;
const DIGITS = '0123456789';

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** Passports of invented people, all different, every check digit right. */
function passports(): (readonly string[])[] {
  const next = sequence(20_260_310);
  const pick = (from: string, length: number) => Array.from({ length }, () => from.charAt(next(from.length))).join('');
  const word = () => pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2 + next(8));
  const date = () => two(next(100)) + two(1 + next(12)) + two(1 + next(28));
  // The peer knows fewer codes than the standard has; both know these.
  const issuers = countryCodes('current').filter((code) => parseWithPeer(specimen(code)).valid);
  return Array.from({ length: STRINGS }, (_, number) => {
    const issuer = issuers[next(issuers.length)] ?? 'VNM';
    const printed = printMrz('TD3', {
      documentCode: 'P',
      issuer,
      nationality: issuer,
      documentNumber: `${pick('ABCDEFGHJKLMNPRTUVWXYZ', 2)}${String(number).padStart(7, '0')}`,
      birthDate: date(),
      sex: 'MF'.charAt(next(2)),
      expiryDate: date(),
      surname: word(),
      givenNames: next(3) === 0 ? `${word()} ${word()}` : word(),
      optionalData: next(2) === 0 ? '' : pick(DIGITS, 12),
    });
    if (!printed.ok) throw new Error(printed.error.code);
    return printed.value;
  });
}

function specimen(issuer: string): string[] {
  const printed = printMrz('TD3', {
    documentCode: 'P',
    issuer,
    nationality: issuer,
    documentNumber: '123456789',
    birthDate: '800101',
    sex: 'F',
    expiryDate: '300101',
    surname: 'DOE',
  });
  return printed.ok ? [...printed.value] : [];
}

/** Each with one digit of line 2 changed, so that one check digit and the composite fail. */
function withOneFault(valid: readonly (readonly string[])[]): string[][] {
  const places = [8, 14, 18, 22, 26, 43];
  return valid.map(([first = '', second = ''], number) => {
    const at = places[number % places.length] ?? 8;
    const wrong = DIGITS.charAt((Number(second.charAt(at)) + 1) % 10);
    return [first, second.slice(0, at) + wrong + second.slice(at + 1)];
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds of one pass over all strings. */
function pass(strings: readonly (readonly string[])[], read: (lines: readonly string[]) => { valid: boolean }): number {
  let valid = 0;
  const start = performance.now();
  for (const lines of strings) if (read(lines).valid) valid += 1;
  const took = performance.now() - start;
  if (valid !== 0 && valid !== strings.length) throw new Error(`${valid} of ${strings.length} strings valid`);
  return took;
}

function compare(what: string, strings: readonly (readonly string[])[]): Record<string, string | number> {
  const ours: number[] = [];
  const peers: number[] = [];
  const ratios: number[] = [];
  const peer = (lines: readonly string[]) => parseWithPeer(lines as string[]);
  // The first rounds only warm both up.
  for (let round = -3; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? pass(strings, parseMrz) : null;
    const theirs = pass(strings, peer);
    const mine = first ?? pass(strings, parseMrz);
    if (round < 0) continue;
    ours.push(mine);
    peers.push(theirs);
    ratios.push(theirs / mine);
  }
  return {
    strings: what,
    'ours, MRZ/s': Math.round((strings.length / median(ours)) * 1000),
    'mrz 5, MRZ/s': Math.round((strings.length / median(peers)) * 1000),
    ratio: Math.round(median(ratios) * 10) / 10,
    'same verdicts': strings.filter((lines) => parseMrz(lines).valid === peer(lines).valid).length,
  };
}

/** Whole parses of TD3 with every check, against npm `mrz` in the same process: alternating rounds, medians. */
export async function run(): Promise<{ title: string; rows: Array<Record<string, string | number>> }> {
  const valid = passports();
  const faulty = withOneFault(valid);
  return {
    title: `MRZ: ${STRINGS} different TD3, median of ${ROUNDS} rounds`,
    rows: [compare('valid', valid), compare('one fault each', faulty)],
  };
}
