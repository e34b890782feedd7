import { useFormats } from '../i18n/formats.ts';
import { useText } from '../i18n/text.tsx';

/** Which rows of how many stand on the page. */
export function PageRange({ offset, shown, total }: { offset: number; shown: number; total: number }) {
  const t = useText();
  const { count } = useFormats();
  if (shown === 0) return null;
  return <>{t('advance.range', { from: count(offset + 1), to: count(offset + shown), total: count(total) })}</>;
}
