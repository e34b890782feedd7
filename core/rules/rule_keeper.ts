import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { RulesProblem } from '../ports/rules_in_force.ts';
import { parseRuleHeader, parseRulePackage, type RuleHeader, type RulePackage } from '../sync/rule_package.ts';

const KEPT = /^[0-9a-f]{16}\.rules$/;

const storeProblem = (problem: unknown): Result<never, RulesProblem> => {
  const detail = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
  return err({ code: 'RULES_STORE_IO', detail });
};

/**
 * The folder `rules` of a data folder: every rule set that was taken in or was in force here, a file each, named by its
 * version. Nothing in it is ever changed or deleted, so that a decision can be judged again by the rules of its day.
 */
export class RuleKeeper {
  readonly #folder: string;

  constructor(directory: string) {
    this.#folder = join(directory, 'rules');
  }

  /** Lays a package down under its version: written aside, flushed, then named. Killed on the way it leaves nothing that counts. */
  async keep(version: string, text: string): Promise<Result<null, RulesProblem>> {
    const path = join(this.#folder, `${version}.rules`);
    const aside = `${path}.new`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(aside, 'w', 0o600);
      try {
        await file.writeFile(text, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
      await this.#flush();
      return ok(null);
    } catch (problem) {
      await rm(aside, { force: true }).catch(() => {});
      return storeProblem(problem);
    }
  }

  /** A kept rule set, whole and held to its digest. */
  async find(version: string): Promise<Result<RulePackage & { readonly text: string }, RulesProblem>> {
    const text = await this.#read(version);
    if (!text.ok) return text;
    const parsed = parseRulePackage(text.value);
    if (!parsed.ok) return parsed;
    if (parsed.value.header.version !== version) return err({ code: 'RULES_DAMAGED', detail: 'another version' });
    return ok({ ...parsed.value, text: text.value });
  }

  async has(version: string): Promise<boolean> {
    return (await this.#read(version)).ok;
  }

  /** The headers of all that is kept; what cannot be read is passed over, and told when it is asked for. */
  async headers(): Promise<readonly RuleHeader[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const found: RuleHeader[] = [];
    for (const name of names.filter((one) => KEPT.test(one))) {
      const text = await this.#read(name.slice(0, 16));
      const header = text.ok ? parseRuleHeader(text.value) : text;
      if (header.ok) found.push(header.value);
    }
    return found.sort((a, b) => b.issued - a.issued);
  }

  async #read(version: string): Promise<Result<string, RulesProblem>> {
    if (!KEPT.test(`${version}.rules`)) return err({ code: 'RULES_UNKNOWN', detail: 'no version of rules' });
    try {
      return ok(await readFile(join(this.#folder, `${version}.rules`), 'utf8'));
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT')
        return err({ code: 'RULES_UNKNOWN', detail: `${version} is not kept here` });
      return storeProblem(problem);
    }
  }

  /** A new name lasts only once its folder is flushed; folders can be flushed on POSIX systems only. */
  async #flush(): Promise<void> {
    if (process.platform === 'win32') return;
    const folder = await open(this.#folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
