import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statedFacts } from '../../contract/facts_view.ts';
import { FACTS_SCHEMA } from '../../core/rules/facts_schema.ts';
import { FACT_ORIGINS, factsPage } from '../../docs/facts.ts';
import { CITIZENS } from '../e2e/scenarios/citizens.ts';
import { FACTS } from '../e2e/scenarios/facts.ts';
import { FOREIGN_ARRIVALS } from '../e2e/scenarios/foreign_arrivals.ts';
import { FOREIGN_DEPARTURES } from '../e2e/scenarios/foreign_departures.ts';
import { readRoot } from './source_files.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCENARIOS = [...CITIZENS, ...FOREIGN_ARRIVALS, ...FOREIGN_DEPARTURES, ...FACTS];
const scenario = (id: string) => SCENARIOS.find((one) => one.id === id);
const formOf = (source: string) => /^officer: (\w+)$/.exec(source)?.[1];

interface Shape {
  readonly shape?: Readonly<Record<string, Shape>>;
  readonly element?: Shape;
  unwrap?(): Shape;
}

/** The places of all facts, as the engine takes them: `basis.visa.symbol`; what a list holds stands under the list's name. */
function placesOf(schema: Shape, place = ''): string[] {
  if (schema.shape !== undefined)
    return Object.entries(schema.shape).flatMap(([name, part]) =>
      placesOf(part, place === '' ? name : `${place}.${name}`),
    );
  if (schema.element?.shape !== undefined) return placesOf(schema.element, place);
  const inner = schema.element === undefined ? schema.unwrap?.() : undefined;
  return inner === undefined ? [place] : placesOf(inner, place);
}

/** The engine's own text: what it never names, no rule asks for. */
const ENGINE = globSync('core/domain/entry/*.ts', { cwd: ROOT })
  .filter((file) => !/facts\.ts$|test\.ts$/.test(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

describe('every fact that the law takes', () => {
  it('stands in the table of origins, and nothing else does', () => {
    expect(Object.keys(FACT_ORIGINS).sort()).toEqual(placesOf(FACTS_SCHEMA as unknown as Shape).sort());
  });

  it.each(Object.entries(FACT_ORIGINS))('%s has a source and is tried, or no rule asks for it', (fact, origin) => {
    const { from, tried, unasked } = origin;
    if (unasked === undefined) expect([fact, from.length > 0, tried.length > 0]).toEqual([fact, true, true]);
    if (from.length === 0) expect(ENGINE).not.toMatch(new RegExp(`\\b${fact.split('.').slice(-2).join('\\??\\.')}\\b`));
  });

  it.each(Object.entries(FACT_ORIGINS))('%s is tried where the table says', (_fact, { from, tried }) => {
    const missing = tried.filter((one) =>
      one.endsWith('.ts') ? !existsSync(join(ROOT, one)) : scenario(one) === undefined,
    );
    expect(missing).toEqual([]);
    const forms = from.map(formOf).filter((form) => form !== undefined);
    // The forms of the page have the fields of the contract (fact_forms.test.ts).
    for (const form of forms) expect(statedFacts.shape).toHaveProperty(form);
  });

  it('that an officer states is stated in a scenario, or in a test of the booth', () => {
    const inTests = readRoot('core/papers_at_the_counter.test.ts');
    const stated = new Set(
      SCENARIOS.flatMap(({ steps }) => steps.flatMap((step) => ('state' in step ? [step.state] : []))),
    );
    const forms = new Set(Object.values(FACT_ORIGINS).flatMap(({ from }) => from.map(formOf)));
    for (const form of forms)
      if (form !== undefined) expect([form, stated.has(form) || inTests.includes(`${form}:`)]).toEqual([form, true]);
  });
});

it('docs/facts.md is what the table says (npm run facts writes it)', () => {
  expect(readRoot('docs/facts.md')).toBe(factsPage());
});
