/** `2026-11-22T10:30` on the gate's own clock, as a field of date and time takes it. */
export function gateMomentText(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The moment (ms) at which the gate's clock shows this; NaN where it is none. */
export function gateMoment(text: string, timeZone: string): number {
  // An engine reads a date into almost any text.
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return Number.NaN;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  let at = wanted;
  for (let turn = 0; turn < 2; turn++) at += wanted - Date.parse(`${gateMomentText(at, timeZone)}:00Z`);
  return at;
}
