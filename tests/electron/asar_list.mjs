import { readFileSync } from 'node:fs';

/** Every file of an archive: its path, and whether it lies outside (`unpacked`). */
export function listArchive(file) {
  const bytes = readFileSync(file);
  // Two nested pickles: the length of the second, then its own length, then the length of the JSON text.
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const found = [];
  const walk = (node, path) => {
    if (node.files === undefined) found.push({ path: path.slice(1), unpacked: node.unpacked === true });
    else for (const [name, child] of Object.entries(node.files)) walk(child, `${path}/${name}`);
  };
  walk(header, '');
  return found;
}
