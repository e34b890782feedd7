export type ListAge = 'FRESH' | 'AGED' | 'EXPIRED';

/** Ages are counted from the moment the authority closed the copy, not from when it arrived. Times in ms. */
export function listAge(
  list: { readonly asOf: number; readonly agedAfterHours: number; readonly expiredAfterHours: number },
  now: number,
): ListAge {
  const hours = (now - list.asOf) / 3_600_000;
  if (hours >= list.expiredAfterHours) return 'EXPIRED';
  return hours >= list.agedAfterHours ? 'AGED' : 'FRESH';
}
