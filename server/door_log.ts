/** A line of the door's log: an event and short facts. Never a message's content, a name, a number or a header's value. */
export type DoorLog = (event: string, facts: Readonly<Record<string, string | number>>) => void;

/** The usual log: one line of JSON on standard error. */
export function logToStandardError(event: string, facts: Readonly<Record<string, string | number>>): void {
  process.stderr.write(`${JSON.stringify({ event, ...facts })}\n`);
}
