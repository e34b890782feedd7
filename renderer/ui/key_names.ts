/** A key with what is held down beside it: `F2`, `Ctrl+l`, `Alt+ArrowDown`. Letters are small. */
export function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

/** Keys a browser would use for itself; none of them may leave the window. */
export const isBrowserKey = (name: string): boolean => /^F\d+$/.test(name) || /^Ctrl\+[dlpfghjnorstuw+-]$/.test(name);

/** An open form takes the keys. */
export const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** Where arrows and letters belong to what is typed or chosen. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
