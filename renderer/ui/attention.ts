import type { MessageId } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import type { Values } from '../i18n/text.tsx';
import type { GlyphName, Tone } from './glyph.tsx';

/** What Z3 says: one shape, one sentence, one line of explanation. */
export interface Attention {
  readonly glyph: GlyphName;
  readonly tone: Tone;
  readonly head: Sentence;
  readonly detail: Sentence;
}

/** Both sentences with the same values. */
export const said = (
  glyph: GlyphName,
  tone: Tone,
  id: MessageId,
  detail: MessageId,
  values: Values = {},
): Attention => ({ glyph, tone, head: { id, values }, detail: { id: detail, values } });
