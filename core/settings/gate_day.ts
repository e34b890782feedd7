/** The day in the gate's own time, YYYY-MM-DD: law, validity and list entries are judged by it, not by UTC. */
export function gateDay(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
