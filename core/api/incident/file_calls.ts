import type { EvidenceItem } from '../../domain/incident/incident.ts';
import type { IncidentMove } from '../../domain/incident/moves.ts';
import type { Evidence } from '../../ports/case_files.ts';
import type { Api, ApiParts } from '../authorise.ts';
import type { MoveErrors } from './move_errors.ts';
import { openFor, type Signed } from './open_for.ts';
import type { UploadProblem, Uploads } from './uploads.ts';

interface FileErrors {
  FILE_TOO_LARGE(options: { data: { most: number } }): Error;
  FILE_KIND(): Error;
  NO_SUCH_UPLOAD(): Error;
}
type Move = (
  incident: string,
  move: IncidentMove,
  context: Signed,
  errors: MoveErrors,
  evidence?: readonly Evidence[],
) => Promise<{ recorded: true }>;

/** Evidence: files kept by their hash, and the journal of a linked clearance by the hash of its last entry. */
export function fileCalls(api: Api, { lane }: ApiParts, uploads: Uploads, move: Move) {
  const refused = (problem: UploadProblem, errors: FileErrors): Error => {
    if (problem === 'FILE_TOO_LARGE') return errors.FILE_TOO_LARGE({ data: { most: uploads.largest } });
    return problem === 'FILE_KIND' ? errors.FILE_KIND() : errors.NO_SUCH_UPLOAD();
  };
  const by = ({ officer }: Signed): string => officer?.number ?? '';
  return {
    beginFile: api.incident.beginFile.handler(async ({ input, context, errors }) => {
      openFor(lane, input.incident, context, errors);
      const begun = uploads.begin({ ...input, by: by(context) });
      if (!begun.ok) throw refused(begun.error, errors);
      return { upload: begun.value };
    }),
    addToFile: api.incident.addToFile.handler(async ({ input, context, errors }) => {
      const added = uploads.add(input.upload, by(context), Buffer.from(input.piece, 'base64'));
      if (!added.ok) throw refused(added.error, errors);
      return { received: added.value };
    }),
    endFile: api.incident.endFile.handler(async ({ input, context, errors }) => {
      const whole = uploads.end(input.upload, by(context));
      if (!whole.ok) throw refused(whole.error, errors);
      const { incident, evidence } = whole.value;
      const { hash, mediaType, name, addedAt, bytes } = evidence;
      const item: EvidenceItem = {
        kind: 'FILE',
        hash,
        mediaType,
        name,
        bytes: bytes.length,
        at: addedAt,
        by: by(context),
      };
      await move(incident, { type: 'EVIDENCE', evidence: item }, context, errors, [evidence]);
      return { hash };
    }),
    refer: api.incident.refer.handler(async ({ input, context, errors }) => {
      const found = openFor(lane, input.incident, context, errors);
      const clearance = found.clearances.find(({ id }) => id === input.clearance);
      if (clearance === undefined) throw errors.NO_SUCH_INCIDENT();
      const journal = await lane.context.records.journalOf(clearance.id);
      if (!journal.ok) throw errors.STORE_FAILED({ data: { code: journal.error.code } });
      const [first, last] = [journal.value[0], journal.value.at(-1)];
      if (first === undefined || last === undefined) throw errors.NO_SUCH_INCIDENT();
      const item: EvidenceItem = {
        kind: 'JOURNAL',
        hash: last.hash,
        clearance: clearance.id,
        recordNumber: clearance.recordNumber,
        from: first.seq,
        to: last.seq,
        at: lane.context.clock.now(),
        by: by(context),
      };
      return move(input.incident, { type: 'EVIDENCE', evidence: item }, context, errors);
    }),
  };
}
