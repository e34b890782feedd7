import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { CeremonyOptions, KeyCeremony } from '../../ports/security_keys.ts';

/** The name that keys are bound to: the only one of this machine that a browser engine takes. */
const RP_ID = 'localhost';
/** How long the engine waits, in ms: as long as the booth keeps the question. */
const TIMEOUT_MS = 60_000;
/** EdDSA, ES256, RS256: what keys in use speak. */
const ALGORITHMS = [-8, -7, -257];

const bytes = (base64url: string) => Uint8Array.from(Buffer.from(base64url, 'base64url'));

/** The key ceremony over the Web Authentication standard. What the library throws is an answer that is not believed. */
export const webAuthentication: KeyCeremony = {
  registrationOptions: async ({ challenge, number, known }) =>
    (await generateRegistrationOptions({
      rpName: 'Border Booth',
      rpID: RP_ID,
      userID: Uint8Array.from(Buffer.from(number)),
      userName: number,
      challenge: bytes(challenge),
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: known.map(({ id }) => ({ id })),
      // A key in the hand: what is built into the booth's own machine would prove the machine, not the person.
      authenticatorSelection: {
        authenticatorAttachment: 'cross-platform',
        residentKey: 'discouraged',
        userVerification: 'required',
      },
      supportedAlgorithmIDs: ALGORITHMS,
    })) as unknown as CeremonyOptions,

  async registered({ challenge, origin }, response) {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: RP_ID,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!verified) return null;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    } catch {
      return null;
    }
  },

  signInOptions: async ({ challenge, known }) =>
    (await generateAuthenticationOptions({
      rpID: RP_ID,
      challenge: bytes(challenge),
      timeout: TIMEOUT_MS,
      allowCredentials: known.map(({ id }) => ({ id })),
      userVerification: 'required',
    })) as unknown as CeremonyOptions,

  async signed({ challenge, origin }, response, { id, publicKey }) {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: RP_ID,
        requireUserVerification: true,
        // What it counted before is judged by the caller, who writes down the signs of a copy.
        credential: { id, publicKey: bytes(publicKey), counter: 0 },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  },
};
