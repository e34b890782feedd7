import type { FormKind } from '../domain/forms/form_kinds.ts';
import type { FormContent } from '../forms/form_content.ts';

/** What stands on papers of invented people: as it mostly is, and as long as the contract lets anything be. */

const AT = Date.UTC(2026, 10, 22, 3, 15);
const LONG_NAME = 'NGUYỄN PHƯỚC QUỲNH THƯỢNG HUYỀN THUỶ ÁI';
const SENTENCE =
  'Khách xuất trình thị thực điện tử không còn giá trị; số hiệu trên trang nhân thân không khớp với bản ghi tra cứu; ' +
  'khi được hỏi, khách trả lời không thống nhất về nơi ở, thời gian lưu trú và người mời.';
/** So many sentences, each with a mark of its own, so that a lost line is seen. */
const longText = (mark: string, n: number): string =>
  Array.from({ length: n }, (_, place) => `${SENTENCE} ${mark}.${place + 1}`).join(' ');
const HASH = '9f2c0e7bd1a64358'.repeat(4);

const person = (long: boolean) => ({
  name: long ? LONG_NAME : 'SAMPLESON TESTER',
  birthDate: '01/07/1985',
  nationality: long ? 'Vương quốc Liên hiệp Anh và Bắc Ireland (GBR)' : 'Sri Lanka (LKA)',
  document: long ? 'GBR X00000012345678' : 'LKA N5550001',
  documentEnd: '22/11/2031',
  made: '10 giờ 15 phút, ngày 22/11/2026',
  gate: 'Cửa khẩu Mẫu 1',
});
const ACT = 'cán bộ 0412, 22/11/2026 10:15';

function caseValues(long: boolean): Record<string, string> {
  const text = (mark: string, n: number) => (long ? longText(mark, n) : SENTENCE.slice(0, 51));
  return {
    ...person(long),
    ground: '1. Không đủ điều kiện nhập cảnh theo Điều 20',
    legalBasis: long
      ? 'Law 47/2014/QH13 Art 21(1), Art 20(1)(a), (b); Law 51/2019/QH14 Art 1(11); Law 23/2023/QH15 Art 2(4)'
      : 'Law 47/2014/QH13 Art 21(1)',
    found: text('found', 6),
    proposed: ACT,
    proposedNumber: 'Số hiệu 0412',
    decided: 'cán bộ 0200, 22/11/2026 10:31',
    decidedNumber: 'Số hiệu 0200',
    order: long ? '1234/QĐ-BCA-A08, 21/11/2026' : '',
    reason: text('reason', 3),
    carrier: long ? 'Hãng hàng không Mẫu Quốc tế Trách nhiệm Hữu hạn' : 'XZ',
    returnFlight: 'XZ418',
    carrierTold: long ? `Trưởng trạm XZ (${ACT})` : '',
    reversed: long ? `${longText('reversed', 1)} (${ACT})` : '',
    tier: '2: 5.000.000 VND – 10.000.000 VND',
    fine: '5.500.000 VND',
    mitigating: text('mitigating', 2),
    department: long ? '1' : '',
    signed: long ? `không ký, người chứng kiến: ${LONG_NAME}` : 'đã ký',
    witness: long ? LONG_NAME : '',
    receipt: long ? 'AB/26P-0001234-0001235-0001236' : '0001234',
    unpaid: text('unpaid', 2),
    paid: ACT,
    paidNumber: 'Số hiệu 0412',
    officerNumber: 'Số hiệu 0412',
    stayUntil: '06/01/2027',
    record: 'A07-000152',
  };
}

function incidentContent(long: boolean): Pick<FormContent, 'values' | 'tables'> {
  const many = <T>(few: number, of: (n: number) => T): T[] =>
    Array.from({ length: long ? few * 12 : few }, (_, n) => of(n + 1));
  const text = (mark: string, n: number) => (long ? longText(`${mark}${n}`, 1) : 'phòng 2');
  return {
    values: {
      gate: 'Cửa khẩu Mẫu 1',
      asOf: long ? '22/11/2026 10:15' : '',
      kind: long ? 'Nghi mua bán người, đưa người trái phép' : 'Nghi giấy tờ giả',
      level: 'Báo to',
      trigger: 'Báo từ quầy',
      place: 'A07',
      opened: '22/11/2026 09:40, 0412',
      leader: '0301',
      leaderNumber: 'Số hiệu 0301',
      records: many(2, (n) => `A07-${String(150 + n).padStart(6, '0')}`).join(', '),
      closed: long ? '' : '22/11/2026 10:15, 0301',
      head: long ? '' : 'Số hiệu 0200',
      headNumber: long ? '' : 'Số hiệu 0200',
      tasks: '8 xong, 1 bỏ, 0 chưa xong; 2 từng quá hạn',
      outcome: long ? longText('outcome', 4) : 'Đã bàn giao cho Đơn vị Mẫu',
      lessons: long ? longText('lessons', 4) : 'Cần thêm người phiên dịch',
      playbooks: 'Nghi giấy tờ giả (2026-11)',
    },
    tables: {
      tasks: many(3, (n) => [
        String(n),
        long
          ? 'Giữ người bình tĩnh, mời sang phòng làm việc số hai cùng cán bộ tuyến hai và người phiên dịch'
          : 'Mời sang phòng làm việc',
        '0412',
        '22/11/2026 09:45',
        `Xong: 22/11/2026 09:44, 0412\n${text('task', n)}`,
      ]),
      people: many(1, (n) => [
        String(n),
        `${long ? LONG_NAME : 'SAMPLESON TESTER'}\n01/07/1985\nUTO\nUTO:X0000001`,
        'Người liên quan chính',
        text('measure', n),
        `Đơn vị Mẫu; ${long ? LONG_NAME : 'Trần Mẫu'}, 12345; 22/11/2026 10:10; biên nhận BN-118`,
      ]),
      property: many(1, (n) => [
        long ? `Hộ chiếu giữ lại ${LONG_NAME}` : 'Hộ chiếu giữ lại',
        `118-${n}`,
        '22/11/2026 09:50',
        '0301',
      ]),
      evidence: many(2, (n) => [
        n % 2 === 0 ? 'Nhật ký hồ sơ A07-000152, mục 90001 đến 90031' : 'anh_ho_chieu.jpg\n812000 byte',
        HASH,
        '22/11/2026 09:51, 0301',
      ]),
      cameras: many(1, (n) => [`C${n}`, '08:24', '08:31', '22/11/2026 09:52, 0301']),
      proposals: many(1, (n) => [long ? LONG_NAME : 'SAMPLESON TESTER', text('ground', n), '22/11/2026 09:55, 0301']),
      log: many(5, (n) => [String(n), '22/11/2026 09:40', '0412', `Ghi thêm: ${text('line', n)}`]),
    },
  };
}

function shiftContent(long: boolean): Pick<FormContent, 'values' | 'tables'> {
  return {
    values: {
      gate: 'Cửa khẩu Mẫu 1',
      lane: 'A07',
      shift: 'Ca 2',
      officer: long ? `0412, ${LONG_NAME}` : '0412, Nguyễn Văn Mẫu',
      officerNumber: 'Số hiệu 0412',
      began: '22/11/2026 06:00',
      ended: '22/11/2026 14:00',
      how: 'Bàn giao cho 0413',
      to: '0413',
      toNumber: 'Số hiệu 0413',
      mean: '41 giây',
      p95: '96 giây',
      refusals: '1',
      entries: '2 / 5',
      overrides: '3',
      incidents: '0',
      downtime: '12 phút',
      instructions: long
        ? 'Giữ máy in ở làn 3; báo kỹ thuật trước giờ cao điểm. '.repeat(18).trim()
        : 'Giữ máy in ở làn 3.',
    },
    tables: {
      counters: [
        ['Dấu kiểm chứng, từ số – đến số', 'A001 – A100', 'A089 – A100'],
        ['Mẫu đơn', '20', '18'],
        ['Niêm phong', '5', '4'],
        ['Biên lai', '10', '9'],
      ],
      counts: [
        ['Nhập cảnh', 'Cho qua', '88', '143', '231'],
        ['Nhập cảnh', 'Chuyển tuyến 2', '1', '6', '7'],
        ['', 'Cộng', '89', '149', '238'],
      ],
      items: Array.from({ length: long ? 60 : 2 }, (_, n) => [
        'Người ở tuyến 2',
        `A07-${String(n + 1).padStart(6, '0')}`,
        'chờ nhận',
        '0412',
        long ? `Không nhận: ${SENTENCE.slice(0, 140)} item.${n}` : 'Đã nhận',
      ]),
    },
  };
}

/** An invented paper; `long`: every field as long as it may be. */
export function inventedPaper(kind: FormKind, long: boolean): FormContent {
  const made = { gate: 'Cửa khẩu Mẫu 1', place: 'Cửa khẩu Mẫu 1', day: '2026-11-22', at: AT };
  if (kind === 'shift-report') return { number: 'A07-S00041', ...made, ...shiftContent(long), sums: [] };
  if (kind === 'incident-daily' || kind === 'incident-special')
    return { number: 'A07-2026-0047', ...made, ...incidentContent(long), sums: [] };
  return {
    number: 'A07-2026-0047',
    ...made,
    values: caseValues(long),
    sums: [
      ['Ngày nhập cảnh', 'Ngày nhập cảnh', '01/09/2026'],
      ['Thời hạn được cấp', 'Thời hạn được cấp', '45 ngày'],
      ['Được tạm trú đến', 'Được tạm trú đến', '15/10/2026'],
      ['Ngày xuất cảnh', 'Ngày xuất cảnh', '22/11/2026'],
      ...Array.from({ length: long ? 36 : 2 }, (_, n): [string, string, string] => {
        const span = `Quá hạn từ ${String(n + 1).padStart(2, '0')}/10/2026 đến 31/10/2026`;
        return [span, span, `${n + 1} ngày`];
      }),
      ['Tổng số ngày quá hạn', 'Tổng số ngày quá hạn', '38 ngày'],
    ],
    tables: {},
  };
}
