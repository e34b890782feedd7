import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CHECK_IDS, type CheckId } from '../../domain/clearance/check.ts';
import { DEMANDS, POSTURES, type PostureProfile, type Profiles } from '../../domain/posture/posture.ts';
import { err, ok, type Result } from '../../domain/result.ts';

const sentence = z.string().trim().min(1).max(300);
const profile = z.strictObject({
  profile: z.enum(POSTURES),
  strength: z.number().int().min(0).max(1000),
  mandatory: z.array(z.enum(CHECK_IDS as readonly CheckId[] as [CheckId, ...CheckId[]])),
  demands: z.array(
    z.strictObject({
      demand: z.enum(DEMANDS),
      oneIn: z.number().int().min(1).max(10_000),
      of: z.enum(['EVERYBODY', 'LISTED']),
    }),
  ),
  gates: z.enum(['AS_USUAL', 'NARROW', 'STOPPED', 'OPEN']),
  takesDocuments: z.boolean(),
  longestHours: z.number().int().min(0).max(2160),
  says: z.strictObject({ vi: sentence, en: sentence }),
});

/** What the file of a posture says; an error names the file and the field, never a value. */
export async function readProfile(url: URL): Promise<Result<PostureProfile, { readonly detail: string }>> {
  try {
    const read = profile.safeParse(JSON.parse(await readFile(url, 'utf8')));
    if (read.success) return ok(read.data);
    return err({ detail: `${url.pathname}: ${read.error.issues[0]?.path.join('.') ?? 'not valid'}` });
  } catch (error) {
    return err({ detail: `${url.pathname}: ${error instanceof SyntaxError ? 'no JSON' : 'unreadable'}` });
  }
}

/** The profiles that come with the product, one for each posture. A booth without them does not start. */
export async function installedProfiles(): Promise<
  Result<Profiles, { readonly code: 'POSTURES_UNREADABLE'; readonly detail: string }>
> {
  const read: PostureProfile[] = [];
  for (const name of POSTURES) {
    const url = new URL(`../../../resources/postures/${name.toLowerCase()}.json`, import.meta.url);
    const one = await readProfile(url);
    if (!one.ok) return err({ code: 'POSTURES_UNREADABLE', detail: one.error.detail });
    if (one.value.profile !== name) return err({ code: 'POSTURES_UNREADABLE', detail: `${url.pathname}: profile` });
    read.push(one.value);
  }
  return ok(Object.fromEntries(read.map((one) => [one.profile, one])) as Profiles);
}
