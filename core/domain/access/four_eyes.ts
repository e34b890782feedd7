import type { Permission } from './permissions.ts';

/** A call by which an act of two persons is done. */
export interface CallOfTwo {
  /** Of the contract, such as `lane.compare`. */
  readonly call: string;
  /** In words: always, or for which cases. */
  readonly when: string;
  /** What the second person must be allowed; never the first person again. */
  readonly second: Permission;
  /** `ALWAYS`: without number and PIN of the second the call is not even understood. */
  readonly needed: 'ALWAYS' | 'BY_CASE';
}

export interface ActOfTwo {
  readonly act: string;
  readonly calls: readonly CallOfTwo[];
  /** Why no call does it, where none does. */
  readonly absent?: string;
}

/** The acts that take two persons (domain B11), with the calls that do them. A test tries each call without the second. */
export const FOUR_EYES: readonly ActOfTwo[] = [
  {
    act: 'Open a gate by hand against the system',
    calls: [],
    absent: 'no call opens a gate but a decision; a self test moves it only while the lane is out of service',
  },
  {
    act: 'Override a failed mandatory check',
    calls: [
      {
        call: 'secondLine.recheck',
        when: 'a check of the law is said to be in order; one of the two is a supervisor',
        second: 'WORK_SECOND_LINE',
        needed: 'BY_CASE',
      },
    ],
  },
  {
    act: 'Clear a hit of the highest class',
    calls: [
      {
        call: 'lane.compare',
        when: 'a certain match is called different',
        second: 'CONFIRM_AT_DESK',
        needed: 'BY_CASE',
      },
      {
        call: 'secondLine.compare',
        when: 'a certain match is called different',
        second: 'CONFIRM_AT_DESK',
        needed: 'BY_CASE',
      },
    ],
  },
  {
    act: 'Record a paper that opens a closed way',
    calls: [
      {
        call: 'lane.state',
        when: 'a visa that the gate grants (a head of unit, or as `law.visaAtGateBy` says), or leave to go in spite of a suspension',
        second: 'SUPERVISE',
        needed: 'BY_CASE',
      },
    ],
  },
  {
    act: 'Import a watchlist by file',
    calls: [{ call: 'watchlist.confirm', when: 'always', second: 'CONFIRM_LISTS', needed: 'ALWAYS' }],
  },
  { act: 'Import a trust store by file', calls: [], absent: 'chips are not read yet, there is no trust store' },
  {
    act: 'Change thresholds or rules',
    calls: [{ call: 'rules.confirm', when: 'always', second: 'CONFIRM_RULES', needed: 'ALWAYS' }],
  },
  {
    act: 'Export logs',
    calls: [
      {
        call: 'replay.export',
        when: 'always; one decided case of the journal, and no window exports more of it',
        second: 'REPLAY_CASES',
        needed: 'ALWAYS',
      },
    ],
  },
  { act: 'Wipe the device', calls: [], absent: 'nothing in the booth wipes it' },
];
