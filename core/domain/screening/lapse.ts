/** The first day, YYYY-MM-DD, on which an entry with this last day (YYYY, YYYY-MM or YYYY-MM-DD) no longer counts. */
export function firstDayAfter(validTo: string): string {
  const [year = 0, month, day] = validTo.split('-').map(Number);
  const after =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1);
  return new Date(after).toISOString().slice(0, 10);
}
