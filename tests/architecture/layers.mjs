import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

/**
 * Holds the layers: first shows that every rule still catches its planted violation, then reads the whole tree.
 * Fewer modules than this would mean that the checker read nothing.
 */
const LEAST_MODULES = 120;
const TREE = ['core', 'contract', 'native', 'server', 'electron', 'cli', 'renderer'];
const CANARY = 'tests/architecture/canary';

async function violations(folders, doors) {
  // A canary lives below tests/, which the one-door rules excuse: for them the excuse is lifted.
  const forbidden = config.forbidden.map((rule) =>
    doors && Array.isArray(rule.from.pathNot)
      ? { ...rule, from: { ...rule.from, pathNot: rule.from.pathNot.filter((path) => path !== '^tests/') } }
      : rule,
  );
  const { options } = config;
  const { output } = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true });
  return output.summary;
}

const planted = await violations([CANARY], true);
// A cycle is reported from either of its ends.
const caught = new Set(
  planted.violations.flatMap((one) =>
    [one.from, one.to].map((end) => `${basename(end, '.ts').replaceAll('_', '-')}:${one.rule.name}`),
  ),
);
const files = readdirSync(CANARY, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath, file.name));
let failed = 0;
for (const { name } of config.forbidden) {
  const canary = files.some((file) => basename(file, '.ts').replaceAll('_', '-') === name);
  if (canary && caught.has(`${name}:${name}`)) continue;
  failed += 1;
  console.error(canary ? `canary not caught: ${name}` : `no canary for the rule ${name}`);
}

const tree = await violations(TREE, false);
for (const one of tree.violations) {
  failed += 1;
  console.error(`${one.rule.name}: ${one.from} -> ${one.to}`);
}
if (tree.totalCruised < LEAST_MODULES) {
  failed += 1;
  console.error(`only ${tree.totalCruised} modules were read`);
}
console.log(
  `layers: ${config.forbidden.length} rules, each with its canary; ${tree.totalCruised} modules; ${failed} wrong`,
);
process.exitCode = failed === 0 ? 0 : 1;
