import type { MessageId } from './preferences.tsx';
import type { Values } from './text.tsx';

/** A message and what stands in its gaps, before it becomes words. */
export interface Sentence {
  readonly id: MessageId;
  readonly values?: Values;
}
