/** Hands a text to the person as a file: through the browser's own download, from this page's memory alone. */
export function saveFile({ fileName, text }: { readonly fileName: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the file over by then; the address would hold its memory for as long as the page lives.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
