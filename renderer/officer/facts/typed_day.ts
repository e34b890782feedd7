/** A day as officers type it, dd/mm/yyyy or eight figures, as YYYY-MM-DD; null when there is no such day. */
export function dayFromTyped(typed: string): string | null {
  const found = /^(\d{2})[/.\- ]?(\d{2})[/.\- ]?(\d{4})$/.exec(typed.trim());
  if (found === null) return null;
  const day = `${found[3]}-${found[2]}-${found[1]}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
