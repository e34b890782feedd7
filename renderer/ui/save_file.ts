/** What a person is handed: lines of text, or a paper's bytes with their media type. */
export type SavedFile =
  | { readonly fileName: string; readonly text: string }
  | { readonly fileName: string; readonly base64: string; readonly mediaType: string };

function bytesOf(file: SavedFile): Blob {
  if ('text' in file) return new Blob([file.text], { type: 'application/x-ndjson' });
  const bytes = Uint8Array.from(atob(file.base64), (one) => one.charCodeAt(0));
  return new Blob([bytes], { type: file.mediaType });
}

/** Hands something to the person as a file: through the browser's own download, from this page's memory alone. */
export function saveFile(file: SavedFile): void {
  const address = URL.createObjectURL(bytesOf(file));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  link.click();
  // The browser has taken the file over by then; the address would hold its memory for as long as the page lives.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
