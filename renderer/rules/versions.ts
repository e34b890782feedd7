import type { RulesView } from '../../contract/rules_view.ts';

export type VersionShown = NonNullable<RulesView['before']> & { readonly place: 'inForce' | 'waiting' | 'before' };

/** Every version that can be chosen, each once: what is in force, what waits, what was before. */
export function versionsOf(view: RulesView | null): readonly VersionShown[] {
  if (view === null) return [];
  const { inForce, waiting, before } = view;
  const shown: VersionShown[] = inForce === null ? [] : [{ ...inForce, place: 'inForce' }];
  for (const one of waiting) shown.push({ ...one, place: 'waiting' });
  if (before !== null && !waiting.some(({ version }) => version === before.version))
    shown.push({ ...before, place: 'before' });
  return shown;
}
