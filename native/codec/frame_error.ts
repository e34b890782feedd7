/** Why bytes that should be exactly one frame are not. */
export type FrameErrorCode =
  | 'EMPTY'
  | 'UNKNOWN_COMMAND'
  | 'LENGTH_LIMIT'
  | 'TRUNCATED'
  | 'TRAILING_BYTES'
  | 'PAYLOAD'
  | 'CHECKSUM'
  | 'FRAMING'
  /** This side of the protocol never speaks. */
  | 'ONE_WAY';
