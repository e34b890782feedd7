import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ROLES } from '../../domain/access/role.ts';
import { INCIDENT_KINDS, type Playbook, type Playbooks } from '../../domain/incident/playbook.ts';
import { POSTURES } from '../../domain/posture/posture.ts';
import { err, ok, type Result } from '../../domain/result.ts';

const sentence = z.strictObject({ vi: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });
const playbook = z
  .strictObject({
    kind: z.enum(INCIDENT_KINDS),
    version: z.string().min(1).max(20),
    level: z.enum(['SILENT', 'LOUD']),
    lane: z.enum(['AT_ONCE', 'BY_LEADER', 'NO']),
    proposesPosture: z.enum(POSTURES).nullable(),
    steps: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z-]{0,39}$/),
          does: sentence,
          owner: z.enum(ROLES),
          minutes: z.number().int().min(1).max(1440).nullable(),
          mandatory: z.boolean(),
          note: sentence.nullable(),
        }),
      )
      .min(1)
      .max(40),
  })
  .refine(({ steps }) => new Set(steps.map(({ id }) => id)).size === steps.length, { path: ['steps'] });

/** What the file of a playbook says; an error names the file and the field. */
export async function readPlaybook(url: URL): Promise<Result<Playbook, { readonly detail: string }>> {
  try {
    const read = playbook.safeParse(JSON.parse(await readFile(url, 'utf8')));
    if (read.success) return ok(read.data);
    return err({ detail: `${url.pathname}: ${read.error.issues[0]?.path.join('.') ?? 'not valid'}` });
  } catch (error) {
    return err({ detail: `${url.pathname}: ${error instanceof SyntaxError ? 'no JSON' : 'unreadable'}` });
  }
}

/** The playbooks that come with the product, one for each kind. A booth without them does not start. */
export async function installedPlaybooks(): Promise<
  Result<Playbooks, { readonly code: 'PLAYBOOKS_UNREADABLE'; readonly detail: string }>
> {
  const read: Playbook[] = [];
  for (const kind of INCIDENT_KINDS) {
    const url = new URL(`../../../resources/playbooks/${kind.toLowerCase()}.json`, import.meta.url);
    const one = await readPlaybook(url);
    if (!one.ok) return err({ code: 'PLAYBOOKS_UNREADABLE', detail: one.error.detail });
    if (one.value.kind !== kind) return err({ code: 'PLAYBOOKS_UNREADABLE', detail: `${url.pathname}: kind` });
    read.push(one.value);
  }
  return ok(Object.fromEntries(read.map((one) => [one.kind, one])) as Playbooks);
}
