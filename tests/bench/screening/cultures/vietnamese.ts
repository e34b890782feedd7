import type { Random } from '../random.ts';
import { respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture, WholeName } from './culture.ts';

/** Percent of the population, as the surname surveys have it. */
const surname = weighted(
  weights(`NGUYỄN 38.4 TRẦN 11 LÊ 9.5 PHẠM 7.1 HUỲNH 2.8 HOÀNG 2.6 PHAN 4.5 VŨ 2 VÕ 1.9 ĐẶNG 2.1 BÙI 2 ĐỖ 1.4 HỒ 1.3
  NGÔ 1.3 DƯƠNG 1 LÝ 0.5 ĐINH 0.9 LƯƠNG 0.7 TRƯƠNG 0.8 ĐOÀN 0.6 ĐÀO 0.6 LÂM 0.5 MAI 0.5 TRỊNH 0.5 HÀ 0.5 CAO 0.5 TẠ 0.3
  PHÙNG 0.3 CHÂU 0.2 QUÁCH 0.15 THÁI 0.3 TÔ 0.25 TỐNG 0.15 LẠI 0.15 LƯU 0.25 VƯƠNG 0.2 KIỀU 0.1 NÔNG 0.15 HỨA 0.1 TĂNG 0.15
  CHU 0.2 LA 0.1 THẠCH 0.15 SƠN 0.1 DANH 0.1 KIM 0.1 GIANG 0.08 NGHIÊM 0.08 ÂU 0.05 ĐIỀN 0.05 ÔNG 0.05 MẠC 0.07 BẠCH 0.08
  DOÃN 0.06 THÂN 0.05 TIÊU 0.04 TRIỆU 0.1 VI 0.08 LÒ 0.15 QUÀNG 0.06 CẦM 0.03 LỮ 0.05 MA 0.06 HẦU 0.02 GIÀNG 0.06 THÀO 0.04
  SÙNG 0.03 VÀNG 0.05 HỜ 0.01 BẾ 0.02 KHUẤT 0.02 KHỔNG 0.03 THI 0.02 NHAN 0.01 ÚNG 0.005 CUNG 0.01 LỘC 0.005 VIÊN 0.01`),
);
const maleMiddle = weighted(
  weights(`VĂN 40 ĐỨC 6 HỮU 5 MINH 5 QUỐC 5 THANH 4 CÔNG 3 XUÂN 3 NGỌC 3 ĐÌNH 3 QUANG 3 HOÀNG 3 ANH 2 TUẤN 2 DUY 2 GIA 2
  BÁ 1 TRỌNG 1 THẾ 2 VIỆT 1 HỒNG 1 TẤN 1 MẠNH 1 NHẬT 1 HẢI 1 TRUNG 1 CHÍ 1 KIM 0.5 PHÚC 0.5 PHƯỚC 0.5 BẢO 1 KHẮC 0.5 SỸ 0.5`),
);
const femaleMiddle = weighted(
  weights(`THỊ 48 NGỌC 6 THỊ-NGỌC 1 THU 3 THANH 4 KIM 3 MINH 3 PHƯƠNG 2 HỒNG 3 BÍCH 1 MỸ 1 THÙY 2 HOÀNG 1 KHÁNH 1 QUỲNH 1
  DIỆU 0.5 BẢO 1 ANH 1 THỊ-THU 1 THỊ-THANH 1 THỊ-KIM 1 THỊ-HỒNG 1 THỊ-BÍCH 0.7 THỊ-MỸ 0.5 TUYẾT 1 XUÂN 1 GIA 0.7 TÚ 0.5 HẢI 0.5`),
);
const maleGiven = vocabulary({
  flat: 12,
  known: words(`HÙNG TUẤN DŨNG MINH HẢI NAM SƠN THẮNG LONG HIẾU TÙNG HOÀNG CƯỜNG ĐỨC KIÊN TRUNG THÀNH HUY ANH PHONG QUÂN
  KHÁNH DUY LÂM QUANG THỊNH VINH BÌNH TÂM TÀI PHÚC LỘC HÒA HƯNG TOÀN THIỆN KHOA ĐẠT HẬU NGHĨA NHÂN VIỆT PHÚ TÚ THÁI TIẾN KHÔI
  BẢO ÂN AN THANH CHIẾN CÔNG CHUNG ĐÔNG ĐIỆP GIANG HÀ HẠNH HIỂN HIỆP HỌC HỒNG HỢP HUÂN KHANG KHƯƠNG KỲ LỢI LUÂN LỰC LƯƠNG MẠNH
  NGỌC NHẬT NINH PHÁT PHI PHƯƠNG PHƯỚC QUỐC QUÝ QUYẾT QUYỀN SANG SÁNG SINH SỸ TÍN TÌNH TOẢN TRÍ TRIỀU TRỌNG TRƯỜNG TUYÊN TƯỜNG
  ƯỚC VĂN VĨNH VŨ VƯƠNG XUÂN Ý BẮC BÁCH BIÊN CẢNH CHÍNH CƠ DANH DẦN ĐÀN ĐẶNG ĐĂNG ĐỊNH ĐOÀN ĐỒNG HANH HÀO HỮU KHIÊM LIÊM LĨNH
  MÙI NĂNG NGÔN NGUYÊN NHẤT NHƠN QUẢNG RĂNG SÁU TÁM TẠO THẠCH THẾ THOẠI THÔNG THUẬN THỨC TỚI TRÁNG TRIỂN TÚC VẠN VỸ`),
});
const femaleGiven = vocabulary({
  flat: 12,
  known:
    words(`HƯƠNG LAN HOA HÀ LINH TRANG THẢO HẰNG PHƯƠNG HIỀN THỦY MAI NGA HẠNH YẾN LOAN HUYỀN NHUNG OANH HUỆ ANH NGỌC
  DUNG NGÂN THU VÂN QUỲNH LY NHI TRINH MY CHI TUYẾT HÒA TÂM THANH NHƯ VY THƠM DIỆP GIANG HỒNG LIÊN LỆ LUYẾN MẾN MINH MƠ NGUYỆT
  NHÀN NHÂM NHÃ PHÚC PHỤNG PHƯỢNG QUYÊN SƯƠNG TÂN THẮM THÊU THOA THÚY THƯ THƯƠNG TIÊN TRÀ TRÂM TRÂN TÚ TƯƠI TUYỀN UYÊN VIỆT
  XUÂN XUYẾN Ý AN ÁNH BÍCH BÌNH CÚC CHÂU CHINH DIỄM DIỆU ĐÀO ĐIỆP GẤM HẢI HẢO HẬU HIÊN HIẾU HOÀI HOÀN HUYÊN KHÁNH KIỀU KIM KỲ
  LÀI LÂM LẬP LIỄU LIỀN LÝ MẬN MIÊN MỸ NA NĂM NGÀ NGOAN NHÀI NHÂN NHẬT NHIÊN NỞ NỮ QUẾ SEN SINH TÁM TÌNH TOÀN TUYẾN VÀNG VUI`),
});

const nationalities = weighted(weights('VNM 95 USA 2 AUS 0.8 CAN 0.7 FRA 0.7 DEU 0.5 CZE 0.3'));

/** Two given syllables written as one word, or the other way about. */
function rejoin(name: WholeName, random: Random): WholeName {
  const parts = name.givenNames.split(' ');
  if (parts.length < 2) return { surname: `${name.surname} ${name.givenNames}`, givenNames: '' };
  const at = random.below(parts.length - 1);
  const joined = [...parts.slice(0, at), `${parts[at]}${parts[at + 1]}`, ...parts.slice(at + 2)];
  return { ...name, givenNames: joined.join(' ') };
}

export const vietnamese: Culture = {
  code: 'VN',
  share: 20,
  nationalities,
  maidenNames: false,
  rejoin,
  name(random, sex) {
    const middle = (sex === 'M' ? maleMiddle : femaleMiddle)(random).replace('-', ' ');
    const given = sex === 'M' ? maleGiven : femaleGiven;
    const parts = random.chance(0.06) ? [] : [middle];
    if (random.chance(0.12)) parts.push(given(random));
    parts.push(given(random));
    const second = random.chance(0.03) ? ` ${surname(random)}` : '';
    return { surname: surname(random) + second, givenNames: [...new Set(parts)].join(' ') };
  },
  // The two ways of writing the same sound in one syllable.
  respell: respelling({
    groups: [
      ['HUỲNH', 'HOÀNG'],
      ['VŨ', 'VÕ'],
      ['PHÚC', 'PHƯỚC'],
      ['CHÂU', 'CHU'],
    ],
    rules: [
      [/Ý$/, ['Í']],
      [/Ỳ$/, ['Ì']],
      [/Y$/, ['I']],
      [/Ỹ$/, ['Ĩ']],
      [/OÀ$/, ['ÒA']],
      [/UỲ/, ['UÌ']],
      [/Đ/, ['DJ', 'DD']],
      [/PH/, ['F']],
    ],
  }),
};
