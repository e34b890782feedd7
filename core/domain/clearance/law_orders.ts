import { addDays } from '../entry/calendar.ts';
import type { Order } from '../entry/facts.ts';
import type { WatchlistEntry } from '../screening/entry.ts';
import { firstDayAfter } from '../screening/lapse.ts';
import type { Clearance, RecordedHit } from './clearance.ts';
import { asks } from './hits.ts';

/** Ways in which authorities write the number of a group or ground, the surest first. */
const NUMBERS: readonly RegExp[] = [
  /(?:nhóm|group|căn cứ|ground|no\.)\s*(\d)(?!\d)/iu,
  /(?:khoản|clause)\s*(\d)(?!\d)/iu,
  /(?:điều|art\.?|article)\s*(?:36|21)\s*\((\d)\)/iu,
];

/** The number of a group (Law 49/2019/QH14 Art 36) or ground (Law 47/2014/QH13 Art 21) that a legal ground names, 1 to 9. */
export function numberOf(legalGround: string | undefined): number | undefined {
  for (const form of NUMBERS) {
    const found = form.exec((legalGround ?? '').normalize('NFC'));
    if (found !== null && found[1] !== '0') return Number(found[1]);
  }
  return undefined;
}

/** The kind of a ban: expulsions and forced exits bar entry for a time of their own (grounds 5 and 6). */
function kindOf(ground: number | undefined, text: string): Order['kind'] {
  if (ground === 5 || /trục xuất|expul|expelled/iu.test(text)) return 'expulsion';
  if (ground === 6 || /buộc xuất cảnh|forced exit|forced to leave/iu.test(text)) return 'forced-exit';
  return 'entry-ban';
}

/** The first day that a partly known day may mean. */
const firstDay = (day: string): string => `${day}-01-01`.slice(0, 10);

function orderOf(listed: WatchlistEntry, suspends: boolean): Order {
  const { legalGround, decision, decisionDate, validFrom, validTo, personInformed, recordedAt } = listed;
  const number = numberOf(legalGround);
  const text = (legalGround ?? '').normalize('NFC');
  const kind = suspends ? 'exit-suspension' : kindOf(number, text);
  const effective = validFrom ?? decisionDate;
  return {
    kind,
    ...(number === undefined ? {} : suspends ? { group: number } : { ground: number }),
    ...(decision === undefined ? {} : { decision }),
    ...(validFrom === undefined ? {} : { validFrom: firstDay(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: addDays(firstDayAfter(validTo), -1) }),
    ...(kind === 'expulsion' || kind === 'forced-exit'
      ? effective === undefined
        ? {}
        : { effective: firstDay(effective) }
      : {}),
    ...(personInformed === undefined ? {} : { informed: personInformed }),
    ...(recordedAt === undefined ? {} : { receivedAt: recordedAt }),
  };
}

/** Entries that count as the person's own: said to be so, or certain as long as nobody says otherwise. */
function counts(hit: RecordedHit): boolean {
  if (!asks(hit)) return false;
  return hit.answer === 'SAME' || (hit.answer === null && hit.hit.matchClass === 'CERTAIN');
}

/**
 * The orders that stand against this person by the lists: suspensions of exit and bans of entry. Discreet entries are not in
 * `hits`, so they never become one.
 */
export function ordersOf({ hits }: Pick<Clearance, 'hits'>): readonly Order[] {
  return hits.filter(counts).flatMap(({ hit }) => {
    if (hit.listKind === 'EXIT_SUSPENSION') return [orderOf(hit.entry, true)];
    return hit.listKind === 'ENTRY_BAN' ? [orderOf(hit.entry, false)] : [];
  });
}
