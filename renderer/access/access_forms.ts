import type { KeysView } from '../../contract/access.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { makeKey } from '../client/security_key.ts';
import type { Translate } from '../i18n/text.tsx';
import type { FormSpec } from '../ui/form_dialog.tsx';

/** The form by which who is signed in registers one more key of their own; who confirms stands by. */
export const registerForm = (me: string, t: Translate, client: BoothClient): FormSpec => ({
  title: t('access.register'),
  how: t('access.register.own'),
  person: t('access.second'),
  send: t('access.register'),
  fields: [{ name: 'name', label: t('access.name'), kind: 'line', most: 40 }],
  run: async ({ name = '' }, second) => {
    const { options } = await client.access.registerKey({ name, second });
    await makeKey(client, me, options);
  },
});

/** The form by which who is signed in removes a key of their own; who confirms stands by. */
export const removeForm = (key: KeysView['keys'][number], t: Translate, { access }: BoothClient): FormSpec => ({
  title: t('access.remove'),
  how: t('access.remove.how', { name: key.name }),
  person: t('access.second'),
  send: t('access.remove'),
  fields: [],
  run: (_answers, second) => access.removeKey({ key: key.id, second }),
});
