/** A table of figures for the terminal and for docs/accuracy.md. */
export interface Table {
  readonly title: string;
  /** What was compared with what, in a sentence or two. */
  readonly note: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function markdown({ title, note, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {});
  const body = rows.map((row) => line(columns.map((column) => row[column] ?? '')));
  return [`## ${title}`, '', note, '', line(columns), line(columns.map(() => '---')), ...body, ''].join('\n');
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
