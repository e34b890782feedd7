import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/**
 * The reader that is meant: the only one whose name contains `pattern`, capitals or not; `*` in it stands for anything.
 * Without a pattern the only reader there is. A reader with and without contacts is two readers to PC/SC, which differ in
 * their names (`... PICC ...` is the one without); its last digits are given in the order of plugging in.
 */
export async function locatePcsc(
  pattern: string | undefined,
  listReaders: () => Promise<Result<readonly string[], DeviceProblem>>,
): Promise<Result<string, DeviceProblem>> {
  const readers = await listReaders();
  if (!readers.ok) return readers;
  const wanted = new RegExp(
    (pattern ?? '')
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
    'i',
  );
  const found = readers.value.filter((name) => name === pattern || wanted.test(name));
  const exact = found.find((name) => name === pattern);
  const [first, ...others] = exact === undefined ? found : [exact];
  if (first === undefined) return err({ code: 'DEVICE_ABSENT', detail: 'no reader of this name' });
  if (others.length > 0) {
    return err({ code: 'DEVICE_REFUSED', detail: `${found.length} such readers: ${found.join(', ')}; name one` });
  }
  return ok(first);
}
