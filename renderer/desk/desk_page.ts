import type { ComponentType } from 'react';
import type { BoothView } from '../../contract/session.ts';
import type { Permission } from '../../core/domain/access/permissions.ts';
import type { BoothClient } from '../client/booth_client.ts';
import type { MessageId } from '../i18n/preferences.tsx';

/** What every page of the desk is given. */
export interface DeskPageProps {
  readonly booth: BoothView;
  readonly me: NonNullable<BoothView['signedIn']>;
  readonly client: BoothClient;
  /** Back to the list of pages (Esc). */
  close(): void;
}

/** One page of the desk: shown to whoever may do the act it is for. */
export interface DeskPage {
  readonly id: string;
  readonly title: MessageId;
  /** One line under the title: what it is for. */
  readonly purpose: MessageId;
  readonly needs: Permission;
  /** Left out where the unit has nothing of the kind; absent = everywhere. */
  readonly where?: (booth: BoothView) => boolean;
  readonly Page: ComponentType<DeskPageProps>;
}
