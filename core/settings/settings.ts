import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SECOND_FACTOR } from '../domain/access/second_factor.ts';
import { CONFIRMERS } from '../domain/clearance/confirmed_facts.ts';
import { GATE_KINDS } from '../domain/entry/facts.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** What a unit sets for one lane; every value has an owner (the unit's technician) and a default. */
export const settingsSchema = z.object({
  lane: z
    .object({
      id: z
        .string()
        .regex(/^[A-Z0-9]{1,6}$/)
        .default('A07'),
      gate: z
        .object({ vi: z.string().max(60), en: z.string().max(60) })
        .default({ vi: 'Cửa khẩu Mẫu 1', en: 'Specimen gate 1' }),
      direction: z.enum(['ARRIVAL', 'DEPARTURE']).default('ARRIVAL'),
      /** IANA name: the gate's own time decides on which day a person stands there. */
      timeZone: z.string().default('Asia/Ho_Chi_Minh'),
      /** ICAO code of the State whose citizens are at home here. */
      state: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .default('VNM'),
      /** What kind of gate this is in law (Decree 112/2014/ND-CP Art 4): who may use it, and on what basis. */
      gateKind: z.enum(GATE_KINDS).default('airport'),
      /** By order of the unit. */
      stamp: z
        .object({
          online: z.enum(['NONE', 'STAMP']).default('NONE'),
          offline: z.enum(['NONE', 'STAMP']).default('STAMP'),
        })
        .prefault({}),
    })
    .prefault({}),
  login: z
    .object({
      attempts: z.number().int().min(3).max(10).default(5),
      lockMinutes: z.number().int().min(1).max(1440).default(15),
      /** Whether a sign-in asks for a security key beside the PIN: never, of who has one, or of everyone. */
      secondFactor: z.enum(SECOND_FACTOR).default('OFF'),
    })
    .prefault({}),
  law: z
    .object({
      /** A person cannot have come back with the same document within so many minutes. */
      sameDocumentMinutes: z.number().int().min(1).max(1440).default(30),
      /** So many hours an order about stamps holds at most, while there is no network. */
      stampOrderHours: z.number().int().min(1).max(72).default(12),
      /** Who stands for a visa that this gate grants; the law names the control unit only (Law 47/2014/QH13 Art 18(3)). */
      visaAtGateBy: z.enum(CONFIRMERS).default('headOfUnit'),
    })
    .prefault({}),
  screening: z
    .object({
      /** How long "not the same person" is remembered; never beyond the document's own end. */
      exclusionDays: z.number().int().min(1).max(730).default(180),
      /** Whether a name alone may be a hit where the birth dates are wholly different. */
      nameAlone: z.boolean().default(false),
    })
    .prefault({}),
  patterns: z
    .object({
      /** How long crossings are kept to be compared with later ones; the records themselves have their own term. */
      keepDays: z.number().int().min(1).max(3660).default(365),
    })
    .prefault({}),
  /** After how many minutes without an answer of a list entry's owner the supervisor and the head of unit are told. */
  decisions: z
    .object({
      /** After so many minutes an open proposal is marked as waiting long. */
      lateMinutes: z.number().int().min(1).max(240).default(15),
    })
    .prefault({}),
  secondLine: z
    .object({
      supervisorMinutes: z.number().int().min(1).max(240).default(10),
      headOfUnitMinutes: z.number().int().min(1).max(480).default(30),
    })
    .refine(({ supervisorMinutes, headOfUnitMinutes }) => supervisorMinutes <= headOfUnitMinutes, {
      message: 'the supervisor is told first',
    })
    .prefault({}),
  incident: z
    .object({
      /** Keys held at once for the silent call, as `KeyboardEvent.code`; two hands, and nothing that types. */
      silentChord: z
        .array(z.string().regex(/^[A-Za-z0-9]{2,20}$/))
        .min(2)
        .max(4)
        .default(['ControlLeft', 'ShiftLeft', 'F11']),
      /** How long after its time an overdue task is told to the head of unit, beyond the leader. */
      toHeadAfterMinutes: z.number().int().min(1).max(240).default(10),
      largestFileMegabytes: z.number().int().min(1).max(50).default(10),
    })
    .prefault({}),
  /** What is known of journeys: visas, declarations, passenger lists, and the centre (docs/advance_data.md). */
  travel: z
    .object({
      /** This lane's gate by its code in resources/gates; null where it has none there. */
      gate: z.string().max(60).nullable().default(null),
      /** Whether electronic visas serve at this gate; null: as the list of gates says. */
      electronicVisaGate: z.boolean().nullable().default(null),
      /** The central register: its address (https, or http on this machine), its key, and how long an answer may take. */
      central: z
        .object({
          url: z.url({ protocol: /^https?$/ }),
          key: z.string().max(500).default(''),
          seconds: z.number().min(0.1).max(30).default(5),
        })
        .refine(
          ({ url }) => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${url}/`),
          {
            path: ['url'],
          },
        )
        .nullable()
        .default(null),
      /** How long a code that was scanned before its document waits for it. */
      codeSeconds: z.number().int().min(5).max(600).default(60),
      /** How long after a flight its passengers are kept, and when who has not come counts as a no-show. */
      passengersHours: z.number().int().min(1).max(720).default(24),
      noShowHours: z.number().int().min(1).max(48).default(3),
      /** The airport of this gate as flights name it (IATA or ICAO code); null: directions of flights are not known. */
      airport: z
        .string()
        .regex(/^[A-Z]{3,4}$/)
        .nullable()
        .default(null),
      /** The largest file of advance data that is taken in from the drop folder. */
      largestFileMegabytes: z.number().int().min(1).max(4096).default(512),
      /** How long a declaration is kept once it was used or has ended. */
      declarationsHours: z.number().int().min(1).max(2160).default(24),
      visasDays: z.number().int().min(0).max(730).default(30),
      movementsDays: z.number().int().min(1).max(3650).default(90),
    })
    .prefault({}),
  /** Who may sign lists: Ed25519 keys in base64, raw or as SubjectPublicKeyInfo; `lists` absent means every list. */
  listAuthorities: z
    .array(
      z.object({
        name: z.string().min(1).max(100),
        publicKey: z.base64(),
        lists: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  /** Who may sign the rules of entry and exit, in the same form; `states` absent means every State. */
  ruleAuthorities: z
    .array(
      z.object({ name: z.string().min(1).max(100), publicKey: z.base64(), states: z.array(z.string()).optional() }),
    )
    .default([]),
  /** Whose lane profiles are trusted beside this booth's own: Ed25519 keys in base64, raw or as SubjectPublicKeyInfo. */
  profileAuthorities: z.array(z.object({ name: z.string().min(1).max(100), publicKey: z.base64() })).default([]),
  /** Handed to the device layer as it stands, which has its own schema. */
  devices: z.array(z.unknown()).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsProblem {
  readonly code: 'SETTINGS_UNREADABLE' | 'SETTINGS_INVALID';
  readonly detail: string;
}

/** Reads `settings.json` of a data folder; an absent file means the defaults, a wrong one is refused whole. */
export async function loadSettings(directory: string): Promise<Result<Settings, SettingsProblem>> {
  let text: string;
  try {
    text = await readFile(join(directory, 'settings.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(settingsSchema.parse({}));
    return err({ code: 'SETTINGS_UNREADABLE', detail: String((error as NodeJS.ErrnoException).code) });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ code: 'SETTINGS_INVALID', detail: 'settings.json is not JSON' });
  }
  const parsed = settingsSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const first = parsed.error.issues[0];
  return err({ code: 'SETTINGS_INVALID', detail: `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not valid'}` });
}
