import type { Playbooks } from '../../domain/incident/playbook.ts';
import type { Profiles } from '../../domain/posture/posture.ts';
import { ok, type Result } from '../../domain/result.ts';
import { installedProfiles } from '../posture/installed_profiles.ts';
import { installedPlaybooks } from './installed_playbooks.ts';

/** What the unit does when something happens: postures and playbooks, read whole or the booth does not start. */
export async function installedProcedures(): Promise<
  Result<
    { readonly profiles: Profiles; readonly playbooks: Playbooks },
    { readonly code: 'POSTURES_UNREADABLE' | 'PLAYBOOKS_UNREADABLE'; readonly detail: string }
  >
> {
  const profiles = await installedProfiles();
  if (!profiles.ok) return profiles;
  const playbooks = await installedPlaybooks();
  if (!playbooks.ok) return playbooks;
  return ok({ profiles: profiles.value, playbooks: playbooks.value });
}
