import type { DoorAddress } from './guard.ts';

/** Features of a browser that no screen of the booth uses; all denied, for every origin. */
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** What asks for and makes a security key. */
const KEY_FEATURES: readonly string[] = ['publickey-credentials-get', 'publickey-credentials-create'];

/** Security keys are for the page itself, and only where the door goes by a name; everything else is for nobody. */
function permissionsPolicy(address: DoorAddress): string {
  const own = address.host.startsWith('localhost:') ? KEY_FEATURES : [];
  return [
    ...DENIED_FEATURES.filter((feature) => !own.includes(feature)).map((feature) => `${feature}=()`),
    ...own.map((feature) => `${feature}=(self)`),
  ].join(', ');
}

/** What the page may load and where it may speak to: its own files and its own socket, nothing inline. */
export function contentSecurityPolicy(address: DoorAddress): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    `connect-src ws://${address.host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer, refusals too. There is no CORS header, so no other origin can read an answer. */
export function securityHeaders(address: DoorAddress): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(address),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': permissionsPolicy(address),
  };
}
