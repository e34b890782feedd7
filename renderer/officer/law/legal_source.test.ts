import { expect, it } from 'vitest';
import { legalSource } from './legal_source.ts';

it.each([
  ['Resolution 44/NQ-CP (7 Mar 2025), Art. 1', 'Nghị quyết 44/NQ-CP (07/03/2025), Điều 1'],
  ['Law 49/2019/QH14, Art. 36 group 1, Art. 38', 'Luật 49/2019/QH14, Điều 36 nhóm 1, Điều 38'],
  ['Treaty with the Philippines, ordinary passports', 'Điều ước với Philippines, hộ chiếu phổ thông'],
  ['Decree 112/2014/ND-CP, amended by 34/2023/ND-CP', 'Nghị định 112/2014/NĐ-CP, sửa đổi bởi 34/2023/NĐ-CP'],
])('%s is said in the language of the screen', (source, vietnamese) => {
  expect(legalSource(source, 'vi')).toBe(vietnamese);
  expect(legalSource(source, 'en')).toBe(source);
});
