import type { z } from 'zod';
import { err, ok, type Result } from '../../core/domain/result.ts';
import { accessIsProtocol } from './access_is_protocol.ts';
import { dcttechHidRelayProtocol } from './dcttech_hid_relay.ts';
import { digiconTurnstileProtocol } from './digicon_turnstile.ts';
import { elyctisIdboxProtocol } from './elyctis_idbox_protocol.ts';
import { emrtdApduProtocol } from './emrtd_apdu.ts';
import { framedMrzWire } from './framed_mrz_format.ts';
import { framedMrzProtocol } from './framed_mrz_protocol.ts';
import { gm65ZonebitProtocol } from './gm65_zonebit.ts';
import { gt521fProtocol } from './gt521f.ts';
import { hidPosBarcodeProtocol } from './hid_pos_barcode.ts';
import { honeywellMenuProtocol } from './honeywell_menu_protocol.ts';
import { iataBcbpProtocol } from './iata_bcbp.ts';
import { lcusRelayProtocol } from './lcus_relay.ts';
import { modbusRtuProtocol } from './modbus_rtu.ts';
import { morphosmartIlvUsbProtocol } from './morphosmart_ilv_usb.ts';
import { morphosmartSprs232Protocol } from './morphosmart_sprs232_protocol.ts';
import { newlandUcsProtocol } from './newland_ucs_protocol.ts';
import { numatoAsciiProtocol } from './numato_ascii.ts';
import { patliteUsbProtocol } from './patlite_usb.ts';
import type { Protocol, WireMessage } from './protocol.ts';
import { rteNativeProtocol, rteWire } from './rte_native.ts';
import { scanFormat } from './scan_text.ts';
import { secugenFmsProtocol } from './secugen_fms.ts';
import { statusLightHidProtocol } from './status_light_hid.ts';
import { supremaSfmProtocol } from './suprema_sfm_protocol.ts';
import { tripodEbRs485Protocol } from './tripod_eb_rs485.ts';
import { zebraSsiProtocol } from './zebra_ssi.ts';
import { zfmProtocol } from './zfm_protocol.ts';

/** Makes a protocol from its options; the error is one line for a technician. */
type Make = (options: unknown) => Result<Protocol<WireMessage>, string>;

/** A protocol without options. */
function fixed<Message extends WireMessage>(protocol: Protocol<Message>): Make {
  // Messages go in and out by one protocol only, so each gets back what it gave.
  return () => ok(protocol as unknown as Protocol<WireMessage>);
}

/** A protocol that is set up by options of this form. */
function optioned<Options, Message extends WireMessage>(
  form: z.ZodType<Options>,
  make: (options: Options) => Protocol<Message>,
): Make {
  return (raw) => {
    const options = form.safeParse(raw);
    if (options.success) return ok(make(options.data) as unknown as Protocol<WireMessage>);
    const [issue] = options.error.issues;
    return err(`${issue?.path.join('.')}: ${issue?.message}`);
  };
}

/** Every wire protocol that can be read and written here, by the name that `booth devices decode` takes. */
const PROTOCOLS: Readonly<Record<string, Make>> = {
  'access-is': optioned(scanFormat, accessIsProtocol),
  'elyctis-idbox': fixed(elyctisIdboxProtocol),
  'emrtd-apdu': fixed(emrtdApduProtocol),
  'framed-mrz': optioned(framedMrzWire, ({ format, commands }) => framedMrzProtocol(format, commands)),
  'dcttech-hid-relay': fixed(dcttechHidRelayProtocol),
  'digicon-turnstile': fixed(digiconTurnstileProtocol),
  'gm65-zonebit': optioned(scanFormat, gm65ZonebitProtocol),
  'hid-pos-barcode': fixed(hidPosBarcodeProtocol),
  'honeywell-menu': optioned(scanFormat, honeywellMenuProtocol),
  'iata-bcbp': fixed(iataBcbpProtocol),
  'lcus-relay': fixed(lcusRelayProtocol),
  'modbus-rtu': fixed(modbusRtuProtocol),
  'morphosmart-ilv-usb': fixed(morphosmartIlvUsbProtocol),
  'morphosmart-sprs232': fixed(morphosmartSprs232Protocol),
  'newland-ucs': optioned(scanFormat, newlandUcsProtocol),
  'numato-ascii': fixed(numatoAsciiProtocol),
  'patlite-usb': fixed(patliteUsbProtocol),
  'rte-native': optioned(rteWire, rteNativeProtocol),
  'secugen-fms': fixed(secugenFmsProtocol),
  'status-light-hid': fixed(statusLightHidProtocol),
  'suprema-sfm': fixed(supremaSfmProtocol),
  'tripod-eb-rs485': fixed(tripodEbRs485Protocol),
  'zebra-ssi': fixed(zebraSsiProtocol),
  'zfm-ef01': fixed(zfmProtocol),
  gt521f: fixed(gt521fProtocol),
};

export const PROTOCOL_NAMES: readonly string[] = Object.keys(PROTOCOLS);

/** The protocol of this name, set up by `options`; the error is one line for a technician. */
export function protocolFor(name: string, options: unknown = {}): Result<Protocol<WireMessage>, string> {
  const make = Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name] : undefined;
  return make === undefined ? err(`no protocol ${name} (there are ${PROTOCOL_NAMES.join(', ')})`) : make(options);
}
