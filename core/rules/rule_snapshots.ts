import type { EventId } from '../domain/audit/events.ts';
import type { RuleSet } from '../domain/entry/rules.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Json, Records } from '../ports/records.ts';
import type {
  PutInForce,
  RuleSnapshot,
  RuleSnapshots,
  RulesNow,
  RulesProblem,
  RulesStatus,
} from '../ports/rules_in_force.ts';
import { openRulePackage, type RuleAuthority, type RuleHeader, readPackageFile } from '../sync/rule_package.ts';
import { incomingPath, incomingRules } from './incoming_rules.ts';
import { type ProductRules, productRules } from './installed_rules.ts';
import { RuleKeeper } from './rule_keeper.ts';
import { NO_MARK, type PinnedRules, type RulesMark, readMark } from './rules_mark.ts';

export interface RuleSnapshotsParts {
  readonly directory: string;
  /** ICAO code of the State whose rules are kept here. */
  readonly state: string;
  readonly authorities: readonly RuleAuthority[];
  readonly records: Pick<Records, 'commit' | 'mark'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly terminal: string;
}

const MARK = 'rules';
/** Why a kept package waits for nothing. */
const PASSED_BY: readonly string[] = ['RULES_OLDER', 'RULES_EXPIRED', 'RULES_IN_FORCE'];

/** A rule set of the folder, and until when it may be put in force; null: for ever. */
type KeptSnapshot = PinnedRules & { readonly useBy: number | null };

const snapshotOf = (of: RuleHeader): PinnedRules => ({
  version: of.version,
  digest: of.digest,
  signedBy: of.signature === undefined ? null : of.authority,
  issued: of.signature === undefined ? null : of.issued,
  base: of.base,
});

const shown = ({ version, signedBy, issued, base }: RuleSnapshot): RuleSnapshot => ({
  version,
  signedBy,
  issued,
  base,
});

/**
 * The law in this booth. What is in force stands in the booth's own store, written in the step that journals the change; so
 * a kill at any moment leaves either the old law or the new one. A damaged copy is passed over for the one before, and said.
 */
export class KeptRules implements RuleSnapshots {
  readonly #parts: RuleSnapshotsParts;
  readonly #keeper: RuleKeeper;
  readonly #product: ProductRules | null;
  #mark: RulesMark = NO_MARK;
  #now: RulesNow | null = null;
  #inForce: (PinnedRules & { readonly put: PutInForce | null }) | null = null;
  #kept: readonly KeptSnapshot[] = [];
  #problem: RulesProblem['code'] | null = null;

  private constructor(parts: RuleSnapshotsParts, product: ProductRules | null) {
    this.#parts = parts;
    this.#keeper = new RuleKeeper(parts.directory);
    this.#product = product;
  }

  /** Reads what is in force; never fails, for without law the lane says so and goes on. */
  static async open(parts: RuleSnapshotsParts): Promise<KeptRules> {
    const made = new KeptRules(parts, await productRules(parts.state));
    await made.#start();
    return made;
  }

  current(): RulesNow | null {
    return this.#now;
  }

  status(): RulesStatus {
    const inForce = this.#inForce === null ? null : { ...shown(this.#inForce), put: this.#inForce.put };
    const before = this.#before();
    const waiting = this.#kept.filter(
      ({ version, signedBy }) => signedBy !== null && !PASSED_BY.includes(this.mayFollow(version)?.code ?? ''),
    );
    return {
      inForce,
      before: before === null ? null : shown(before),
      waiting: waiting.map(shown),
      problem: this.#problem,
    };
  }

  incoming() {
    return incomingRules(this.#parts.directory);
  }

  async takeInFile(file: string): Promise<Result<RuleSnapshot, RulesProblem>> {
    const path = await incomingPath(this.#parts.directory, file);
    return path.ok ? await this.takeIn(path.value) : path;
  }

  async takeIn(path: string): Promise<Result<RuleSnapshot, RulesProblem>> {
    const { state, authorities } = this.#parts;
    const text = await readPackageFile(path);
    if (!text.ok) return text;
    const opened = openRulePackage(text.value, state, authorities);
    if (!opened.ok) {
      await this.#commit('RULES_REFUSED', 'system', { code: opened.error.code });
      return opened;
    }
    const { header } = opened.value;
    const snapshot = snapshotOf(header);
    if (this.#isInForce(snapshot.version))
      return err({ code: 'RULES_IN_FORCE', detail: `${snapshot.version} is in force already` });
    const late = this.#tooLate({ issued: snapshot.issued, useBy: header.useBy ?? null });
    if (late !== null) {
      await this.#commit('RULES_REFUSED', 'system', { code: late.code });
      return err(late);
    }
    const kept = await this.#keeper.keep(snapshot.version, text.value);
    if (!kept.ok) return kept;
    const told = await this.#commit('RULES_TAKEN_IN', 'system', { ...shown(snapshot) });
    if (!told.ok) return told;
    await this.#readKept();
    return ok(shown(snapshot));
  }

  async ruleSet(version: string): Promise<Result<RuleSet, RulesProblem>> {
    if (this.#now?.rules.version === version) return ok(this.#now.rules);
    if (this.#product?.rules.version === version) return ok(this.#product.rules);
    const found = await this.#keeper.find(version);
    return found.ok ? ok(found.value.rules) : found;
  }

  mayFollow(version: string): RulesProblem | null {
    const next = this.#kept.find((one) => one.version === version && one.signedBy !== null);
    if (!next) return { code: 'RULES_UNKNOWN', detail: `${version} was not taken in` };
    if (this.#isInForce(version)) return { code: 'RULES_IN_FORCE', detail: `${version} is in force already` };
    const late = this.#tooLate(next);
    if (late !== null) return late;
    if (next.base !== null && next.base !== this.#inForce?.version)
      return { code: 'RULES_BASE_OTHER', detail: `made to follow ${next.base}` };
    return null;
  }

  async activate(version: string, by: string, second: string): Promise<Result<RuleSnapshot, RulesProblem>> {
    const refused = this.mayFollow(version);
    if (refused !== null) return err(refused);
    const found = await this.#keeper.find(version);
    if (!found.ok) return found;
    // Who may sign may have changed since it was taken in.
    const believed = openRulePackage(found.value.text, this.#parts.state, this.#parts.authorities);
    if (!believed.ok) return believed;
    return this.#put(snapshotOf(found.value.header), found.value.rules, 'RULES_ACTIVATED', by, second);
  }

  async goBack(by: string, second: string): Promise<Result<RuleSnapshot, RulesProblem>> {
    const before = this.#before();
    if (before === null) return err({ code: 'RULES_NO_EARLIER', detail: 'nothing was in force before' });
    const rules = await this.#pinned(before);
    if (!rules.ok) return rules;
    return this.#put(before, rules.value, 'RULES_RETURNED', by, second);
  }

  async #start(): Promise<void> {
    const stored = await this.#parts.records.mark(MARK);
    this.#mark = stored.ok ? readMark(stored.value) : NO_MARK;
    await this.#readKept();
    const own = this.#product;
    const { current, before } = this.#mark;
    for (const one of [current, before]) {
      if (one === null || this.#now !== null) continue;
      const rules = await this.#pinned(one);
      if (rules.ok) this.#set(one, rules.value, one === current ? (current?.put ?? null) : null);
      else this.#problem ??= rules.error.code;
      // Nothing was ever activated: the product's own come first.
      if (current === null) break;
    }
    if (this.#now === null && own !== null) this.#set(own.snapshot, own.rules, null);
    await this.#tellStart();
  }

  /** What is in force at a start, where it is not what the last one found. */
  async #tellStart(): Promise<void> {
    const [now, own] = [this.#now, this.#product];
    if (now === null || this.#inForce === null) return;
    // Kept, so that what was decided by them can be judged by them when another product is here.
    if (own !== null && now.rules === own.rules && !(await this.#keeper.has(now.rules.version)))
      await this.#keeper.keep(now.rules.version, own.text);
    if (this.#mark.last === now.rules.version) return;
    const mark = { ...this.#mark, last: now.rules.version };
    const data = { ...shown(this.#inForce), before: this.#mark.last, problem: this.#problem };
    const told = await this.#commit('RULES_FOUND', 'system', data, mark);
    if (told.ok) this.#mark = mark;
  }

  #set(one: PinnedRules, rules: RuleSet, put: PutInForce | null): void {
    this.#now = { rules, signedBy: one.signedBy };
    this.#inForce = { ...one, put };
  }

  /** The product's own tables may be taken in once more as what an authority has signed. */
  #isInForce(version: string): boolean {
    return this.#inForce?.version === version && this.#inForce.signedBy !== null;
  }

  /** Why a package comes too late to be put in force. */
  #tooLate({ issued, useBy }: Pick<KeptSnapshot, 'issued' | 'useBy'>): RulesProblem | null {
    if ((issued ?? 0) < (this.#inForce?.issued ?? 0))
      return { code: 'RULES_OLDER', detail: 'closed before the rules in force' };
    if (useBy !== null && useBy < this.#parts.clock.now())
      return { code: 'RULES_EXPIRED', detail: `to be used by ${new Date(useBy).toISOString()}` };
    return null;
  }

  #before(): PinnedRules | null {
    const { before } = this.#mark;
    return before === null || before.version === this.#inForce?.version ? null : before;
  }

  async #pinned(one: PinnedRules): Promise<Result<RuleSet, RulesProblem>> {
    const found = await this.#keeper.find(one.version);
    if (!found.ok) return found;
    if (found.value.header.digest !== one.digest) return err({ code: 'RULES_DAMAGED', detail: 'not what was put in' });
    return ok(found.value.rules);
  }

  async #put(
    next: PinnedRules,
    rules: RuleSet,
    event: EventId & ('RULES_ACTIVATED' | 'RULES_RETURNED'),
    by: string,
    second: string,
  ): Promise<Result<RuleSnapshot, RulesProblem>> {
    const put = { at: this.#parts.clock.now(), by, second };
    const mark: RulesMark = { current: { ...next, put }, before: this.#inForce, last: next.version };
    const data = { ...shown(next), second, before: this.#inForce?.version ?? null };
    const told = await this.#commit(event, by, data, mark);
    if (!told.ok) return told;
    this.#mark = mark;
    this.#problem = null;
    this.#set(next, rules, put);
    return ok(shown(next));
  }

  async #readKept(): Promise<void> {
    const headers = await this.#keeper.headers();
    this.#kept = headers
      .filter(({ state }) => state === this.#parts.state)
      .map((header) => ({ ...snapshotOf(header), useBy: header.useBy ?? null }));
  }

  async #commit(
    event: EventId,
    actor: string,
    data: { readonly [key: string]: Json },
    mark?: RulesMark,
  ): Promise<Result<null, RulesProblem>> {
    const { records, clock, terminal } = this.#parts;
    const entry = { event, at: clock.now(), actor, terminal, clearance: null, data };
    const value = mark === undefined ? null : (JSON.parse(JSON.stringify(mark)) as Json);
    const done = await records.commit({
      entries: [entry],
      ...(mark === undefined ? {} : { mark: { name: MARK, value } }),
    });
    return done.ok ? ok(null) : err({ code: 'RULES_STORE_IO', detail: done.error.code });
  }
}
