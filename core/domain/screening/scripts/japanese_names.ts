/** The commonest Japanese family names and how they are read; the national statistics of surnames agree on these. */
const SURNAMES = pairs(
  [
    '佐藤 SATO 鈴木 SUZUKI 高橋 TAKAHASHI 田中 TANAKA 伊藤 ITO 渡辺 WATANABE 渡邊 WATANABE 渡部 WATANABE 山本 YAMAMOTO',
    '中村 NAKAMURA 小林 KOBAYASHI 加藤 KATO 吉田 YOSHIDA 山田 YAMADA 佐々木 SASAKI 山口 YAMAGUCHI 松本 MATSUMOTO 井上 INOUE',
    '木村 KIMURA 斎藤 SAITO 斉藤 SAITO 齋藤 SAITO 清水 SHIMIZU 山崎 YAMAZAKI 阿部 ABE 安倍 ABE 森 MORI 池田 IKEDA',
    '橋本 HASHIMOTO 山下 YAMASHITA 石川 ISHIKAWA 中島 NAKAJIMA 前田 MAEDA 藤田 FUJITA 小川 OGAWA 後藤 GOTO 岡田 OKADA',
    '長谷川 HASEGAWA 村上 MURAKAMI 近藤 KONDO 石井 ISHII 坂本 SAKAMOTO 遠藤 ENDO 青木 AOKI 藤井 FUJII 西村 NISHIMURA',
    '福田 FUKUDA 太田 OTA 三浦 MIURA 藤原 FUJIWARA 岡本 OKAMOTO 松田 MATSUDA 中川 NAKAGAWA 中野 NAKANO 原田 HARADA',
    '小野 ONO 田村 TAMURA 竹内 TAKEUCHI 金子 KANEKO 和田 WADA 中山 NAKAYAMA 石田 ISHIDA 上田 UEDA 森田 MORITA 柴田 SHIBATA',
    '酒井 SAKAI 工藤 KUDO 横山 YOKOYAMA 宮崎 MIYAZAKI 宮本 MIYAMOTO 内田 UCHIDA 高木 TAKAGI 安藤 ANDO 谷口 TANIGUCHI',
    '大野 ONO 丸山 MARUYAMA 今井 IMAI 高田 TAKADA 藤本 FUJIMOTO 武田 TAKEDA 村田 MURATA 上野 UENO 杉山 SUGIYAMA',
    '増田 MASUDA 菅原 SUGAWARA 平野 HIRANO 大塚 OTSUKA 小島 KOJIMA 千葉 CHIBA 久保 KUBO 松井 MATSUI 岩崎 IWASAKI',
    '桜井 SAKURAI 野口 NOGUCHI 松尾 MATSUO 木下 KINOSHITA 菊地 KIKUCHI 菊池 KIKUCHI 野村 NOMURA 新井 ARAI 佐野 SANO',
    '岸田 KISHIDA 石破 ISHIBA 高市 TAKAICHI 小泉 KOIZUMI 重信 SHIGENOBU 麻原 ASAHARA 浜田 HAMADA 大西 ONISHI 杉本 SUGIMOTO',
  ].join(' '),
);

const GIVEN_NAMES = pairs(
  [
    '太郎 TARO 次郎 JIRO 三郎 SABURO 一郎 ICHIRO 二郎 JIRO 健一 KENICHI 健二 KENJI 健 KEN 誠 MAKOTO 浩 HIROSHI 博 HIROSHI',
    '隆 TAKASHI 孝 TAKASHI 明 AKIRA 彰 AKIRA 茂 SHIGERU 清 KIYOSHI 実 MINORU 勝 MASARU 正 TADASHI 進 SUSUMU 修 OSAMU',
    '剛 TSUYOSHI 学 MANABU 豊 YUTAKA 聡 SATOSHI 哲也 TETSUYA 和也 KAZUYA 達也 TATSUYA 拓也 TAKUYA 直樹 NAOKI 大輔 DAISUKE',
    '大樹 DAIKI 翔太 SHOTA 健太 KENTA 翔 SHO 蓮 REN 大翔 HIROTO 陽菜 HINA 晋三 SHINZO 純一郎 JUNICHIRO 文雄 FUMIO 茂雄 SHIGEO',
    '花子 HANAKO 恵子 KEIKO 幸子 SACHIKO 和子 KAZUKO 洋子 YOKO 陽子 YOKO 京子 KYOKO 裕子 YUKO 由美子 YUMIKO 久美子 KUMIKO',
    '真由美 MAYUMI 由美 YUMI 明美 AKEMI 直美 NAOMI 智子 TOMOKO 美咲 MISAKI 愛 AI 葵 AOI 房子 FUSAKO 美香 MIKA 早苗 SANAE',
  ].join(' '),
);

function pairs(text: string): ReadonlyMap<string, string> {
  const words = text.split(' ');
  return new Map(words.flatMap((word, place) => (place % 2 === 0 ? [[word, words[place + 1] ?? ''] as const] : [])));
}

/** A Japanese name in Chinese characters, where both its family name and its given name are common ones. */
export function japaneseName(name: string): string | null {
  for (let length = 3; length >= 1; length--) {
    const surname = SURNAMES.get(name.slice(0, length));
    const given = GIVEN_NAMES.get(name.slice(length));
    if (surname !== undefined && given !== undefined) return `${surname} ${given}`;
  }
  return null;
}

/** A Japanese family name of two or three characters alone; one character alone is more often Chinese. */
export function japaneseSurname(word: string): string | null {
  return word.length > 1 ? (SURNAMES.get(word) ?? null) : null;
}
