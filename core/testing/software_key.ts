import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** CBOR of what an attestation needs: small integers, byte and text strings, maps (RFC 8949). */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const octets = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (...pairs: (readonly [Buffer, Buffer])[]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** A security key in software, for tests without a browser: ES256, the user present and verified. */
export function softwareKey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const client = (type: string, challenge: unknown, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const data = (flags: number, counter: number, rest: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update('localhost').digest(), Buffer.from([flags]), count, rest]);
  };
  const shell = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
    clientExtensionResults: {},
  };
  return {
    make(challenge: unknown, from = origin) {
      const cose = map(
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), octets(Buffer.from(x, 'base64url'))],
        [number(-3), octets(Buffer.from(y, 'base64url'))],
      );
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const attestation = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), octets(data(0x45, 0, credential))],
      );
      return {
        ...shell,
        response: {
          clientDataJSON: client('webauthn.create', challenge, from).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
        },
      };
    },
    /** `counter`: what the key says it has signed; `verified`: whether it asked for its own PIN or finger. */
    sign(challenge: unknown, counter: number, from = origin, verified = true) {
      const clientData = client('webauthn.get', challenge, from);
      const authenticatorData = data(verified ? 0x05 : 0x01, counter);
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
      return {
        ...shell,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}
