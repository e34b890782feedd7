/** The minute in the gate's own time, YYYY-MM-DDTHH:MM, as flights have it. */
export function gateMinute(now: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  return `${gateDay(now, timeZone)}T${time}`;
}

/** The day in the gate's own time, YYYY-MM-DD: law, validity and list entries are judged by it, not by UTC. */
export function gateDay(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
