import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule, RuleSet } from '../core/domain/entry/rules.ts';
import { isOnlySource } from '../core/rules/example_problems.ts';
import { loadRules } from '../core/rules/load_rules.ts';
import { type RuleExample, readExamples } from '../core/rules/rule_examples.ts';
import { legalSource } from '../renderer/officer/law/legal_source.ts';

const FOLDER = join(import.meta.dirname, '../resources/rules/vn');

/** Each table's name in both languages. */
const TABLES: readonly (readonly [Exclude<keyof RuleSet, 'version' | 'state' | 'openPoints'>, string, string])[] = [
  ['unilateralExemptions', 'Exemptions given by Viet Nam alone', 'Đơn phương miễn thị thực'],
  ['treatyExemptions', 'Exemptions by treaty', 'Miễn thị thực theo điều ước'],
  ['visas', 'Visas', 'Thị thực'],
  ['electronicVisas', 'Electronic visas', 'Thị thực điện tử'],
  ['visaKinds', 'Kinds of visa and their longest validity', 'Ký hiệu thị thực và thời hạn tối đa'],
  ['cards', 'Cards', 'Thẻ'],
  ['zones', 'Economic zones', 'Khu kinh tế'],
  ['transit', 'Transit', 'Quá cảnh'],
  ['refusalGrounds', 'Grounds of refusal and who decides', 'Căn cứ chưa cho nhập cảnh và người quyết định'],
  ['exitSuspensions', 'Exit suspensions', 'Tạm hoãn xuất cảnh'],
  ['exitConditions', 'Conditions of exit', 'Điều kiện xuất cảnh'],
  ['overstayTiers', 'Overstay', 'Quá hạn tạm trú'],
  ['minors', 'Children', 'Trẻ em'],
  ['passports', 'Documents', 'Giấy tờ'],
  ['gates', 'Gates', 'Cửa khẩu'],
];

type Sentences = Readonly<Record<string, string>>;

/** The words of the screens, one language of them. */
function sentencesOf(language: 'vi' | 'en'): Sentences {
  const folder = join(import.meta.dirname, '../resources/locales', language);
  const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sentences);
  return Object.assign({}, ...files);
}

const WORDS = [sentencesOf('en'), sentencesOf('vi')] as const;

/** A code in both languages, as the screens say it. */
function inWords(id: string): string {
  return WORDS.map((words) => {
    const said = words[id];
    if (said === undefined) throw new Error(`${id} has no words`);
    return said;
  }).join(' / ');
}

function example({ base, set, expect }: RuleExample): string {
  const changed = Object.keys(set).length === 0 ? '' : ` \`${JSON.stringify(set).replaceAll('|', '\\|')}\``;
  const more = [
    expect.stayUntil,
    expect.tier === undefined ? undefined : `tier / mức ${expect.tier}`,
    ...expect.reasons.map((reason) => inWords(`reason.${reason}`)),
  ];
  const said = more.filter((one) => one !== undefined).join('; ');
  return `${base}${changed} → **${inWords(`rules.outcome.${expect.outcome}`)}** ${said}`.trimEnd();
}

/** The page of every rule of entry and exit with its source, dates and two examples, made from the tables. */
export async function rulesPage(): Promise<string> {
  const loaded = await loadRules(FOLDER, 'VNM');
  if (!loaded.ok) throw new Error(loaded.error.detail);
  const examples = readExamples(FOLDER);
  const row = (rule: Rule): string => {
    const { id, from, to, source } = rule;
    const both = examples.rules[id];
    if (both === undefined) throw new Error(`${id} has no example`);
    const days = `${from} – ${to ?? '…'}`;
    const english = `${source.act}, ${source.article}`;
    const where = `${english} / ${legalSource(english, 'vi')} (${source.mark})`;
    return `| \`${id}\`${isOnlySource(rule) ? ' †' : ''} | ${days} | ${where} | ${example(both.applies)} | ${example(both.not)} |`;
  };
  const tables = TABLES.map(([name, en, vi]) => {
    const head =
      '| rule / quy tắc | in force / hiệu lực | source / căn cứ | applies / áp dụng | beside it / trường hợp khác |';
    return `## ${en} / ${vi}\n\n${head}\n|---|---|---|---|---|\n${loaded.value[name].map(row).join('\n')}\n`;
  });
  const open = Object.entries(loaded.value.openPoints).map(([name, value]) => `| \`${name}\` | \`${value}\` |`);
  const bases = Object.entries(examples.bases).map(([name, facts]) => `- ${name}: \`${JSON.stringify(facts)}\``);
  return [
    '# Rules of entry and exit / Quy tắc nhập cảnh, xuất cảnh',
    'Made from `resources/rules/vn` by `npm run rules`. Every example is run by the tests, with the rule and without it; the two differ in one fact. / Lập từ `resources/rules/vn`; mọi ví dụ đều được kiểm thử, có và không có quy tắc đó; hai trường hợp chỉ khác nhau một dữ kiện.',
    '†: the row names the law on which the answer rests; an order, a paper or the stay itself decides, so taking the row away changes the legal basis only. / †: quy tắc chỉ nêu căn cứ; quyết định, giấy tờ hoặc thời hạn tạm trú quyết định kết quả, bỏ quy tắc chỉ làm đổi căn cứ pháp lý.',
    'Marks: TEXT the wording was read; SECOND a portal, embassy or newspaper; INFERRED from the neighbouring rows; OPEN to be asked of the Immigration Department. / TEXT: đã đọc nguyên văn; SECOND: nguồn thứ cấp; INFERRED: suy ra; OPEN: chờ Cục Quản lý xuất nhập cảnh trả lời.',
    '## Cases the examples change / Trường hợp gốc của ví dụ',
    bases.join('\n'),
    ...tables,
    '## Open points, settings until answered / Điểm còn mở, để cài đặt',
    `| setting / cài đặt | value / giá trị |\n|---|---|\n${open.join('\n')}\n`,
  ].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('rules.md', import.meta.url), await rulesPage());
