/** The names of the commands of ISO/IEC 7816-4 and -8 that a travel document knows, by their instruction byte. */
const NAMES: Readonly<Record<number, string>> = {
  32: 'verify',
  34: 'manage-security-environment',
  42: 'perform-security-operation',
  130: 'external-authenticate',
  132: 'get-challenge',
  134: 'general-authenticate',
  136: 'internal-authenticate',
  164: 'select',
  176: 'read-binary',
  177: 'read-binary-odd',
  192: 'get-response',
};

/** A command to a chip. `extended` says which of the two forms of lengths it has, also where it has no length at all: false. */
export interface CommandApdu {
  /** Its name, `command` for one that has none here. */
  readonly type: string;
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** How many bytes are expected at most: 1 to 256, extended to 65536; null when none are. */
  readonly le: number | null;
  readonly extended: boolean;
}

/** What a chip answers. */
export interface ResponseApdu {
  readonly type: 'response';
  readonly data: Uint8Array;
  /** SW1 and SW2 as one number, 0x9000 when all is well. */
  readonly status: number;
}

export type EmrtdMessage = CommandApdu | ResponseApdu;

export function nameOf(ins: number): string {
  return NAMES[ins] ?? 'command';
}

/**
 * Whether the data of a command may be seen: which file or application is selected, which key is set, from where is read.
 * Never under secure messaging, in authentication or in anything else.
 */
export function isOpen(cla: number, ins: number): boolean {
  return (cla & 0x0c) === 0 && (ins === 0xa4 || ins === 0x22 || ins === 0xb1);
}
