import { decode as peerDecode, encode as peerEncode } from 'bcbp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBoardingPass } from './boarding_pass.ts';
import { cutBoardingPass, joinBoardingPass } from './boarding_pass_layout.ts';

/** The example of IATA Resolution 792: one leg, mandatory items only. */
const ONE_LEG = 'M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100';
const TODAY = '2026-11-22';

function read(text: string, today = TODAY) {
  const pass = readBoardingPass(text, today);
  if (!pass.ok) throw new Error(pass.error);
  return pass.value;
}

const codes = fc.stringMatching(/^[A-Z]{3}$/);
const leg = fc.record({
  operatingCarrierPNR: fc.stringMatching(/^[A-Z0-9]{5,7}$/),
  departureAirport: codes,
  arrivalAirport: codes,
  operatingCarrierDesignator: fc.stringMatching(/^[A-Z0-9]{2}$/),
  flightNumber: fc.stringMatching(/^0[1-9][0-9]{2}$/),
  flightDate: fc.integer({ min: 0, max: 364 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day))),
  compartmentCode: fc.constantFrom('Y', 'J', 'F'),
  seatNumber: fc.stringMatching(/^0[1-9][0-9][A-K]$/),
  checkInSequenceNumber: fc.stringMatching(/^0[1-9]{3}$/),
  passengerStatus: fc.constantFrom('0', '1', '3'),
  frequentFlyerNumber: fc.option(fc.stringMatching(/^[0-9]{6,12}$/), { nil: undefined }),
  airlineInfo: fc.option(fc.stringMatching(/^[A-Z0-9]{1,20}$/), { nil: undefined }),
});
const passes = fc.record({
  passengerName: fc.stringMatching(/^[A-Z]{2,8}\/[A-Z]{2,8}$/),
  legs: fc.array(leg, { minLength: 1, maxLength: 4 }),
  securityData: fc.option(fc.stringMatching(/^[A-Z0-9]{10,60}$/), { nil: undefined }),
});

describe('a boarding pass', () => {
  it('is read into name and flight', () => {
    expect(read(ONE_LEG)).toEqual({
      surname: 'DESMARAIS',
      givenNames: 'LUC',
      electronicTicket: true,
      legs: [
        {
          pnr: 'ABC123',
          from: 'YUL',
          to: 'FRA',
          carrier: 'AC',
          flight: '834',
          date: '2026-11-22',
          compartment: 'J',
          seat: '1A',
          sequence: '25',
          status: '1',
        },
      ],
      oddities: [],
    });
  });

  it.each([
    ['365', '2026-01-02', '2025-12-31'],
    ['001', '2026-12-30', '2027-01-01'],
    ['366', '2026-12-30', null],
    ['366', '2029-01-02', '2028-12-31'],
    ['000', TODAY, null],
    ['12 ', TODAY, null],
  ])('of day %s, seen on %s, flies on %s', (day, today, date) => {
    const pass = read(ONE_LEG.replace(' 326J', ` ${day}J`), today);
    expect(pass.legs[0]?.date).toBe(date);
    expect(pass.oddities).toEqual(date === null ? ['DATE'] : []);
  });

  it('with a line end behind it is the same pass', () => {
    expect(read(`${ONE_LEG}\r\n`)).toEqual(read(ONE_LEG));
  });

  it('with columns that hold something else is read as far as it goes, and says so', () => {
    const odd = ONE_LEG.replace('YULFRAAC 0834', 'Y1LFRA-- 08X4');
    const pass = read(`${odd}HELLO`);
    expect(pass.legs[0]).toMatchObject({ from: null, to: 'FRA', carrier: null, flight: null, seat: '1A' });
    expect(pass.oddities.toSorted()).toEqual(['AIRPORT', 'CARRIER', 'FLIGHT', 'TRAILING_TEXT']);
  });

  it.each([
    ['', 'EMPTY'],
    ['https://example.org/', 'NOT_A_BOARDING_PASS'],
    ['M0DESMARAIS', 'NOT_A_BOARDING_PASS'],
    ['M1DESMARAIS/LUC', 'TRUNCATED'],
    [ONE_LEG.slice(0, -1), 'TRUNCATED'],
    [`${ONE_LEG.slice(0, -2)}GG`, 'SIZE'],
    [`${ONE_LEG.slice(0, -2)}05>60`, 'TRUNCATED'],
    [`M2${ONE_LEG.slice(2)}`, 'TRUNCATED'],
    [ONE_LEG.replace('LUC', 'L\u00dcC'), 'CHARACTERS'],
    [ONE_LEG + 'X'.repeat(2048), 'TOO_LONG'],
  ])('%j is none: %s', (text, fault) => {
    expect(readBoardingPass(text, TODAY)).toEqual({ ok: false, error: fault });
  });

  it('is read as the library bcbp reads it, whatever it carries', () => {
    fc.assert(
      fc.property(passes, (drawn) => {
        // The library takes undefined for "not there", its types do not.
        const text = peerEncode({ data: drawn } as Parameters<typeof peerEncode>[0]);
        const ours = read(text);
        const theirs = peerDecode(text, 2026).data;
        expect(`${ours.surname}/${ours.givenNames}`).toBe(theirs?.passengerName);
        const plain = (value: string | undefined): string | undefined => value?.replace(/^0+/, '');
        expect(
          ours.legs.map((one) => [one.pnr, one.from, one.to, one.carrier, one.flight, one.seat, one.sequence]),
        ).toEqual(
          theirs?.legs?.map((one) => [
            one.operatingCarrierPNR,
            one.departureAirport,
            one.arrivalAirport,
            one.operatingCarrierDesignator,
            plain(one.flightNumber),
            plain(one.seatNumber),
            plain(one.checkInSequenceNumber),
          ]),
        );
        const day = (date: string): string => date.slice(5);
        expect(ours.legs.map((one) => day(one.date ?? ''))).toEqual(
          theirs?.legs?.map((one) => day(one.flightDate?.toISOString().slice(0, 10) ?? '')),
        );
        expect(ours.oddities).toEqual([]);
      }),
    );
  });

  it('of any text never throws, and what was cut is the text again', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ maxLength: 80 }).map((tail) => ONE_LEG + tail),
    );
    fc.assert(
      fc.property(text, (drawn) => {
        readBoardingPass(drawn, TODAY);
        const cut = cutBoardingPass(drawn);
        if (cut.ok) expect(joinBoardingPass(cut.value)).toBe(drawn);
      }),
    );
  });
});
