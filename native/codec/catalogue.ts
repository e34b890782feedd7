import { err, ok, type Result } from '../../core/domain/result.ts';
import { elyctisIdboxProtocol } from './elyctis_idbox_protocol.ts';
import { framedMrzFormat } from './framed_mrz_format.ts';
import { framedMrzProtocol } from './framed_mrz_protocol.ts';
import { gt521fProtocol } from './gt521f.ts';
import { morphosmartIlvUsbProtocol } from './morphosmart_ilv_usb.ts';
import { morphosmartSprs232Protocol } from './morphosmart_sprs232_protocol.ts';
import type { Protocol, WireMessage } from './protocol.ts';
import { secugenFmsProtocol } from './secugen_fms.ts';
import { supremaSfmProtocol } from './suprema_sfm_protocol.ts';
import { zfmProtocol } from './zfm_protocol.ts';

/** Makes a protocol from its options; the error is one line for a technician. */
type Make = (options: unknown) => Result<Protocol<WireMessage>, string>;

/** A protocol without options. */
function fixed<Message extends WireMessage>(protocol: Protocol<Message>): Make {
  // Messages go in and out by one protocol only, so each gets back what it gave.
  return () => ok(protocol as unknown as Protocol<WireMessage>);
}

const framed: Make = (options) => {
  const raw = typeof options === 'object' && options !== null && 'format' in options ? options.format : {};
  const format = framedMrzFormat.safeParse(raw);
  if (format.success) return ok(framedMrzProtocol(format.data) as unknown as Protocol<WireMessage>);
  const [issue] = format.error.issues;
  return err(`format.${issue?.path.join('.')}: ${issue?.message}`);
};

/** Every wire protocol that can be read and written here, by the name that `booth devices decode` takes. */
const PROTOCOLS: Readonly<Record<string, Make>> = {
  'elyctis-idbox': fixed(elyctisIdboxProtocol),
  'framed-mrz': framed,
  gt521f: fixed(gt521fProtocol),
  'suprema-sfm': fixed(supremaSfmProtocol),
  'zfm-ef01': fixed(zfmProtocol),
  'morphosmart-ilv-usb': fixed(morphosmartIlvUsbProtocol),
  'morphosmart-sprs232': fixed(morphosmartSprs232Protocol),
  'secugen-fms': fixed(secugenFmsProtocol),
};

export const PROTOCOL_NAMES: readonly string[] = Object.keys(PROTOCOLS);

/** The protocol of this name, set up by `options`; the error is one line for a technician. */
export function protocolFor(name: string, options: unknown = {}): Result<Protocol<WireMessage>, string> {
  const make = Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name] : undefined;
  return make === undefined ? err(`no protocol ${name} (there are ${PROTOCOL_NAMES.join(', ')})`) : make(options);
}
