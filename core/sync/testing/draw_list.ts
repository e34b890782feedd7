import { ListFileError } from '../../ports/list_file_error.ts';
import { LIST_FORMATS } from '../list_formats.ts';

/**
 * `node draw_list.ts FORMAT FILE`: draws a list in a process of its own and tells, as JSON, what came of it and how much memory
 * the process had at its highest, in MiB.
 */
const [format = '', path = ''] = process.argv.slice(2);
const reasons: Record<string, number> = {};
let entries = 0;
let problem: string | null = null;

try {
  for await (const row of LIST_FORMATS[format]?.rows(path) ?? []) {
    if ('reason' in row) reasons[row.reason] = (reasons[row.reason] ?? 0) + 1;
    else entries++;
  }
} catch (thrown) {
  if (!(thrown instanceof ListFileError)) throw thrown;
  problem = `${thrown.problem.code} ${thrown.problem.detail}`;
}
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ entries, reasons, problem, peak }));
