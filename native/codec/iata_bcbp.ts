import {
  type BoardingPassFault,
  cutBoardingPass,
  joinBoardingPass,
  LEG_COLUMNS,
  NAME_CHARS,
  type RawBoardingPass,
} from '../../core/domain/document/boarding_pass_layout.ts';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { type Part, partsOf } from './parts.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { silentStream } from './stream.ts';
import { wholeStream } from './whole_stream.ts';

/** A boarding pass in its raw columns. */
export interface BoardingPassMessage extends RawBoardingPass {
  readonly type: 'boarding-pass';
}

const FAULTS: Readonly<Record<BoardingPassFault, FrameErrorCode>> = {
  EMPTY: 'EMPTY',
  TOO_LONG: 'LENGTH_LIMIT',
  NOT_A_BOARDING_PASS: 'FRAMING',
  CHARACTERS: 'PAYLOAD',
  TRUNCATED: 'TRUNCATED',
  SIZE: 'PAYLOAD',
};

function decode(bytes: Uint8Array): Result<BoardingPassMessage, FrameErrorCode> {
  const cut = cutBoardingPass(Buffer.from(bytes).toString('latin1'));
  return cut.ok ? ok({ type: 'boarding-pass', ...cut.value }) : err(FAULTS[cut.error]);
}

const covered = (text: string): string => 'X'.repeat(text.length);

/** Where, when and with whom the flight goes stays to be seen; who flies does not: name, booking, seat, number, tickets, documents. */
function mask(pass: BoardingPassMessage): BoardingPassMessage {
  return {
    ...pass,
    name: covered(pass.name),
    legs: pass.legs.map((leg) => ({
      ...leg,
      pnr: covered(leg.pnr),
      seat: covered(leg.seat),
      sequence: covered(leg.sequence),
      conditional: covered(leg.conditional),
    })),
    rest: covered(pass.rest),
  };
}

const HIDDEN: readonly string[] = ['pnr', 'seat', 'sequence'];

function fields(frame: Uint8Array): FrameField[] {
  const pass = decode(frame);
  if (!pass.ok) return [];
  const parts: Part[] = [
    ['start', 1],
    ['length', 1],
    ['text', NAME_CHARS, 'hidden'],
    ['status', 1],
  ];
  for (const leg of pass.value.legs) {
    for (const [name, width] of LEG_COLUMNS) {
      if (name === 'size') parts.push(['length', width]);
      else if (HIDDEN.includes(name)) parts.push(['text', width, 'hidden']);
      else parts.push(['text', width]);
    }
    parts.push(['data', leg.conditional.length, 'hidden']);
  }
  parts.push(['data', pass.value.rest.length, 'hidden']);
  return partsOf(parts);
}

/** The text of an IATA bar-coded boarding pass (Resolution 792, format M), as what a scanner says. */
export const iataBcbpProtocol: Protocol<BoardingPassMessage> = {
  name: 'iata-bcbp',
  decode: (direction, bytes) => (direction === 'device-to-host' ? decode(bytes) : err('ONE_WAY')),
  encode: (_direction, pass) => Uint8Array.from(Buffer.from(joinBoardingPass(pass), 'latin1')),
  stream: (direction) => (direction === 'device-to-host' ? wholeStream(decode) : silentStream()),
  mask,
  fields: (_direction, frame) => fields(frame),
  interByteMs: 200,
};
