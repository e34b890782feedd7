import type { StatedFacts } from '../../contract/facts_view.ts';
import type { ClearanceView } from '../../contract/lane_view.ts';
import type { Booth } from '../booth.ts';
import type { Direction } from '../domain/clearance/clearance.ts';
import { addDays } from '../domain/entry/calendar.ts';
import { printMrz } from '../domain/mrz/print.ts';
import { gateDay } from '../settings/gate_day.ts';
import { type Client, clientOf, desk, seen, startBooth, temporaryData } from './desk.ts';

const OFFICER = { number: '0412', pin: '246810', shift: '1' } as const;

/** A day so many days from today at the gate. */
export const inDays = (days: number): string => addDays(gateDay(Date.now(), 'Asia/Ho_Chi_Minh'), days);

/** One booth and one officer for many cases: each is opened, judged and ended before the next. */
export class CounterAtWork {
  readonly #table = desk();
  readonly #data = temporaryData();
  #booth: Booth | null = null;
  #client: Client | null = null;
  #direction: Direction | null = null;

  async start(): Promise<void> {
    this.#booth = await startBooth({ dataDirectory: this.#data.directory, devices: this.#table.devices });
    this.#client = clientOf(this.#booth);
  }

  async stop(): Promise<void> {
    await this.#booth?.stop();
    this.#data.remove();
  }

  get client(): Client {
    if (this.#client === null) throw new Error('the booth does not run');
    return this.#client;
  }

  /** The officer stands at the entry or at the exit. */
  async #at(direction: Direction): Promise<void> {
    if (this.#direction === direction) return;
    if (this.#direction !== null) await this.client.session.signOut();
    await this.client.session.signIn({ ...OFFICER, direction });
    this.#direction = direction;
  }

  /** The case as it stands on the screen now. */
  async now(): Promise<ClearanceView> {
    const { clearance } = await seen(this.client, () => true);
    if (clearance === null) throw new Error('no case');
    return clearance;
  }

  /** Lays a document and gives the case once every check has ended. */
  async laid(where: Direction, lines: readonly string[]): Promise<ClearanceView> {
    await this.#at(where);
    this.#table.read(...lines);
    const { clearance } = await seen(this.client, (view) => view.clearance?.phase === 'REVIEW');
    if (clearance === null) throw new Error('no case');
    return clearance;
  }

  /** States something and gives the case after the law has spoken anew. */
  async stated({ id }: ClearanceView, facts: StatedFacts): Promise<ClearanceView> {
    await this.client.lane.state({ clearance: id, facts });
    return this.now();
  }

  async leave({ id }: ClearanceView): Promise<void> {
    await this.client.lane.abandon({ clearance: id, reasons: ['TRAVELLER_LEFT'] });
  }
}

export const checkOf = (clearance: ClearanceView, check: string) => clearance.checks.find((one) => one.check === check);
export const clearOf = ({ decisions }: ClearanceView) => decisions.clear;

let count = 0;
/** Lines of a passport of somebody nobody has seen before. */
export function passport(nationality: string, more: { readonly birthDate?: string } = {}): readonly string[] {
  count += 1;
  const letters = `${String.fromCharCode(65 + (count % 26))}${String.fromCharCode(65 + Math.floor(count / 26))}`;
  const printed = printMrz('TD3', {
    ...{ documentCode: 'P', birthDate: '850607', sex: 'M', expiryDate: '350101', surname: 'PERSONA' },
    ...{ issuer: nationality, nationality, documentNumber: `T${String(count).padStart(7, '0')}` },
    givenNames: `NUMBER ${letters}`,
    ...more,
  });
  if (!printed.ok) throw new Error(printed.error.code);
  return printed.value;
}

/** A birth date of the MRZ that makes its holder eight years old or a little less. */
export const CHILD = { birthDate: `${Number(inDays(0).slice(2, 4)) - 8}0101` };

/** An electronic visa that is good today, but for what is changed. */
export const visa = (change: Partial<NonNullable<StatedFacts['visa']>> = {}): StatedFacts => ({
  visa: {
    ...{ kind: 'EVISA', number: `EV${count}`, symbol: 'EV', validFrom: inDays(-5), validTo: inDays(60) },
    ...{ entries: 'single', usedEntries: 0, lastUsed: null, gateListed: true, forged: false, holderMatches: true },
    ...change,
  },
});

/** A mother at the child's side, with papers that prove it or without. */
export const mother = (proof: boolean): StatedFacts => ({
  companion: {
    ...{ relation: 'mother', name: 'PERSONA MATER', nationality: 'FRA', birthDate: '1980-01-01' },
    ...{ documentNumber: null, proof },
  },
});
