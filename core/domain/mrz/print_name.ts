/** Writes a name into its field and cuts it where it is too long (9303-3 4.6). */

/**
 * Surname, two fillers, given names, in exactly `width` characters. What does not fit is cut so that the last position
 * holds a letter, which tells a reader that the name was cut, and so that at least one letter of the given names is left.
 */
export function printName(surname: string, givenNames: string, width: number): string {
  const primary = toField(surname);
  const secondary = toField(givenNames);
  const whole = secondary === '' ? primary : `${primary}<<${secondary}`;
  if (whole.length <= width) return whole.padEnd(width, '<');
  if (secondary === '') return cut(primary, width);
  const room = Math.min(primary.length, width - 3);
  const shortened = room < primary.length ? cut(primary, room) : primary;
  return cut(`${shortened}<<${secondary}`, width);
}

/** One half of a name in a field of its own, its components parted by one filler or, for given names, by two. */
export function printNameHalf(name: string, width: number, separator: '<' | '<<'): string {
  const text = toField(name).replaceAll('<', separator);
  return text.length <= width ? text.padEnd(width, '<') : cut(text, width);
}

function toField(name: string): string {
  return name.trim().replace(/ +/g, '<');
}

/**
 * The first `width` characters, ending with a letter. Where a filler would come last, the component before it that has two
 * letters or more gives up its last one; a name of nothing but single letters keeps the filler.
 */
function cut(text: string, width: number): string {
  const part = text.slice(0, width);
  if (!part.endsWith('<')) return part;
  const fillers = /<+$/.exec(part)?.[0].length ?? 0;
  for (let at = width - fillers; at > 1; at -= 1) {
    const isEndOfLongComponent = part.charAt(at - 1) !== '<' && part.charAt(at) === '<' && part.charAt(at - 2) !== '<';
    if (!isEndOfLongComponent) continue;
    const shorter = part.slice(0, at - 1) + text.slice(at);
    return cut(shorter, width);
  }
  return part;
}
