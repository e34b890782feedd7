import { useEffect, useRef, useState } from 'react';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../../core/domain/access/permissions.ts';
import { INCIDENT_KINDS } from '../../core/domain/incident/playbook.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { useText } from '../i18n/text.tsx';
import { FormDialog } from '../ui/form_dialog.tsx';
import { isDialogOpen, nameOf } from '../ui/key_names.ts';

const KINDS = INCIDENT_KINDS.filter((kind) => kind !== 'HELP_CALL');

/**
 * The two calls for help, wherever somebody is signed in: Ctrl I asks what kind and how loud; the chord of the site calls
 * silently, through an open form too, and shows nothing.
 */
export function CallForHelp({ booth, client }: { booth: BoothView; client: BoothClient }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const allowed = booth.signedIn !== null && may(booth.signedIn.roles, 'CALL_INCIDENT');
  const chord = useRef<readonly string[]>([]);
  chord.current = booth.silentCall.chord;
  useEffect(() => {
    if (!allowed) return;
    const held = new Set<string>();
    const onDown = (event: KeyboardEvent) => {
      held.add(event.code);
      const { current } = chord;
      if (
        !event.repeat &&
        current.length > 0 &&
        held.size === current.length &&
        current.every((key) => held.has(key))
      ) {
        event.preventDefault();
        event.stopPropagation();
        // Nothing may be seen of it, a failure neither; the weight of the shift number alone says that it was heard.
        void client.incident.callSilently().catch(() => {});
        return;
      }
      if (nameOf(event) !== 'Ctrl+i' || event.repeat || isDialogOpen()) return;
      event.preventDefault();
      setOpen(true);
    };
    const onUp = (event: KeyboardEvent) => held.delete(event.code);
    const onBlur = () => held.clear();
    window.addEventListener('keydown', onDown, true);
    window.addEventListener('keyup', onUp, true);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onDown, true);
      window.removeEventListener('keyup', onUp, true);
      window.removeEventListener('blur', onBlur);
    };
  }, [allowed, client]);
  if (!open || !allowed) return null;
  return (
    <FormDialog
      timeZone={booth.lane.timeZone}
      onClose={() => setOpen(false)}
      form={{
        title: t('incident.call'),
        how: t('incident.call.how'),
        send: t('incident.call.send'),
        fields: [
          {
            name: 'kind',
            label: t('incident.call.kind'),
            kind: 'choice',
            choices: KINDS.map((kind) => ({ value: kind, label: t(`incident.kind.${kind}`) })),
          },
          {
            name: 'level',
            label: t('incident.call.level'),
            kind: 'choice',
            choices: (['SILENT', 'LOUD'] as const).map((level) => ({
              value: level,
              label: t(`incident.level.${level}`),
            })),
          },
        ],
        run: ({ kind, level }) =>
          client.incident.call({
            kind: KINDS.find((one) => one === kind) ?? 'HELP_CALL',
            level: level === 'LOUD' ? 'LOUD' : 'SILENT',
          }),
      }}
    />
  );
}
