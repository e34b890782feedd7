import { DecideRefusalDialog } from '../officer/dialogs/decide_refusal_dialog.tsx';
import { REST } from './base_views.ts';
import type { DeskPictures } from './desk_picture.ts';
import { OVERSTAY_FILE } from './law_views.ts';

const nothing = () => {};

/** The head of unit before a proposal on a ground. */
const decideOn =
  (ground: 1 | 9, decider: 'HEAD_OF_UNIT' | 'MINISTERS_SECURITY_DEFENCE'): DeskPictures[string] =>
  (client) => (
    <main style={{ height: '100vh' }}>
      <DecideRefusalDialog
        client={client}
        proposed={{ file: OVERSTAY_FILE.id, number: 'TC-2026-000004', ground, decider }}
        timeZone={REST.lane.timeZone}
        onClose={nothing}
      />
    </main>
  );

/** What the states of law_states.ts show that are no state of the lane. */
export const LAW_PICTURES: DeskPictures = {
  'refusal-decide': decideOn(1, 'HEAD_OF_UNIT'),
  'refusal-decide-order': decideOn(9, 'MINISTERS_SECURITY_DEFENCE'),
};
