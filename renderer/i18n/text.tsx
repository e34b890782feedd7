import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './preferences.tsx';

export type Values = Record<string, string | number>;
export type Translate = (id: MessageId, values?: Values) => string;

/** Turns a message id into a sentence of the chosen language. */
export function useText(): Translate {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** A sentence in its place. */
export function Text({ id, values }: { id: MessageId; values?: Values }) {
  return <>{useText()(id, values)}</>;
}
