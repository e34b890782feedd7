import type { ReactNode } from 'react';
import type { BoothClient } from '../client/booth_client.ts';

/** What a state of the desk shows, by the name it has in states.ts. */
export type DeskPictures = Readonly<Record<string, (client: BoothClient) => ReactNode>>;
