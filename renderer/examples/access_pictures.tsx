import type { ComponentProps } from 'react';
import type { KeysView } from '../../contract/access.ts';
import { AccessScreen } from '../access/access_screen.tsx';
import { KeyWaitDialog } from '../access/key_wait_dialog.tsx';
import { RegisterKeyDialog } from '../access/register_key_dialog.tsx';
import { LoginScreen } from '../officer/login_screen.tsx';
import { LOCKED, NOW, REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';
import { AT_DESK } from './incident_views.ts';

const DAY = 86_400_000;
const KEYS: KeysView = {
  policy: 'REQUIRED',
  keys: [
    { id: 'a', name: 'Khoá xanh', registeredAt: NOW - 40 * DAY, confirmedBy: '0200', lastUsedAt: NOW - 3_600_000 },
    {
      id: 'b',
      name: 'Khoá dự phòng cất trong két của đội số 12',
      registeredAt: NOW - 40 * DAY,
      confirmedBy: '0666',
      lastUsedAt: null,
    },
  ],
};
const LOCKED_WITH_KEYS = { ...LOCKED, securityKeys: true };

const at =
  (view: KeysView | null, more: Partial<ComponentProps<typeof AccessScreen>> = {}): DeskPictures[string] =>
  (client) => (
    <AccessScreen
      booth={{ ...AT_DESK, securityKeys: true }}
      me={REST.officer}
      client={client}
      view={view}
      close={() => {}}
      here
      {...more}
    />
  );
const waiting = (act: 'SHOW' | 'MAKE') => <KeyWaitDialog wait={{ act, number: '0412', cancel: () => {} }} />;

/** What each desk state of access_states.ts shows. */
export const ACCESS_PICTURES: DeskPictures = {
  'key-wait': (client) => (
    <>
      <LoginScreen booth={LOCKED_WITH_KEYS} client={client} />
      {waiting('SHOW')}
    </>
  ),
  'key-wait-over-form': (client) => (
    <>
      {at(KEYS, { opening: 'remove' })?.(client)}
      {waiting('SHOW')}
    </>
  ),
  'key-make': (client) => (
    <>
      <LoginScreen booth={LOCKED_WITH_KEYS} client={client} />
      {waiting('MAKE')}
    </>
  ),
  'key-register': (client) => (
    <>
      <LoginScreen booth={LOCKED_WITH_KEYS} client={client} />
      <RegisterKeyDialog client={client} timeZone={LOCKED.lane.timeZone} onClose={() => {}} />
    </>
  ),
  access: at(KEYS),
  'access-loading': at(null),
  'access-none': at({ policy: 'WHERE_REGISTERED', keys: [] }),
  'access-not-here': at(KEYS, { here: false }),
  'access-register': at(KEYS, { opening: 'register' }),
  'access-remove': at(KEYS, { opening: 'remove' }),
};
