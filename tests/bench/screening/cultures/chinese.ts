import type { Random } from '../random.ts';
import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture, WholeName } from './culture.ts';

/** Percent of the population. */
const surname = weighted(
  weights(`WANG 7.2 LI 7.1 ZHANG 6.8 LIU 5.3 CHEN 4.6 YANG 3.1 HUANG 2.5 ZHAO 2.3 WU 2.2 ZHOU 2.1 XU 1.9 SUN 1.5 MA 1.3 ZHU 1.3
  HU 1.3 GUO 1.2 HE 1.2 LIN 1.2 GAO 1.1 LUO 1.1 ZHENG 1 LIANG 0.9 XIE 0.8 SONG 0.8 TANG 0.8 HAN 0.7 FENG 0.7 DENG 0.7 CAO 0.7
  PENG 0.7 ZENG 0.6 XIAO 0.6 TIAN 0.6 DONG 0.6 PAN 0.6 YUAN 0.6 CAI 0.5 JIANG 0.9 YU 0.8 DU 0.5 YE 0.5 CHENG 0.5 WEI 0.8 SU 0.5
  LU 0.9 DING 0.4 REN 0.4 YAO 0.4 SHEN 0.4 ZHONG 0.4 CUI 0.4 TAN 0.4 FAN 0.5 WENG 0.1 LIAO 0.3 SHI 0.6 JIN 0.3 JIA 0.3 XIA 0.3
  FU 0.3 FANG 0.3 ZOU 0.3 XIONG 0.3 BAI 0.3 MENG 0.3 QIN 0.3 QIU 0.3 HOU 0.2 YIN 0.3 XUE 0.3 YAN 0.4 LEI 0.2 LONG 0.2 TAO 0.2
  HAO 0.2 MAO 0.2 GU 0.2 GONG 0.2 SHAO 0.2 WAN 0.2 QIAN 0.2 DAI 0.2 MO 0.2 KONG 0.2 XIANG 0.2 CHANG 0.2 KANG 0.1 NIU 0.1 GE 0.1
  XING 0.1 AN 0.1 QI 0.1 YI 0.1 QIAO 0.1 PANG 0.1 NIE 0.1 ZHUANG 0.1 ZHAI 0.1 OUYANG 0.07 SHANGGUAN 0.01 SITU 0.01 ZHUGE 0.01`),
);
const syllable = vocabulary({
  flat: 12,
  known:
    words(`WEI MING XIAO JUN YAN HUI LI JIE YING PING JIAN HONG FANG LING QIANG YU XIN HUA TAO BIN LEI BO CHAO GANG MEI LAN
  NA JING MIN YONG YI XUE TING XIANG YUN FENG GUO ZHI DE WEN HAI LONG SHAN CHUN QING RONG ZHEN SHU AI JIA XU YAO HAO YANG ZE RUI
  KAI PENG CHENG DONG BAO DAN NING QI SI TIAN XI XIA XIN-YI YUE ZHEN ZONG AN BAI BEI BING CAI CHANG CHUAN DA FEI FU GUANG GUI
  HAN HE HENG HU JI JIANG JIN JU JUAN KANG KE KUN LIAN LIANG LIN LU MAN MENG MU NIAN PEI QIAN QIN QIU QUAN REN RU RUN SEN SHENG
  SHI SHUANG SONG SU WAN WU XIAN XING XIONG XUAN YA YE YIN YOU YUAN ZHAN ZHAO ZHONG ZI ZHUO BIAO CONG DI DUO EN FAN GE GENG HUAN
  HUANG KUI LAI LE MAO MO NAN NUO QIAO RAN SHA SHUN TAI TANG TONG WANG XUN YOU ZAI ZENG ZHANG ZHEN ZHOU ZHU ZUO`)
      .map((word) => word.replace('-', ''))
      .filter((word, at, all) => all.indexOf(word) === at),
});

/** XIAOMING, XIAO MING, XIAO-MING: the same name in three offices. */
function rejoin(name: WholeName, random: Random): WholeName {
  const vowel = /^([BCDFGHJKLMNPQRSTWXYZ]*[AEIOU]+(?:NG|N(?![AEIOU]))?)([A-Z]{2,})$/.exec(name.givenNames);
  if (!vowel) return { ...name, givenNames: name.givenNames.replace(/[ -]/g, '') };
  return { ...name, givenNames: `${vowel[1]}${random.pick([' ', '-'])}${vowel[2]}` };
}

const nationalities = weighted(weights('CHN 78 TWN 9 MYS 5 SGP 4 HKG 2 USA 1 IDN 1'));

export const chinese: Culture = {
  code: 'ZH',
  share: 13,
  nationalities,
  maidenNames: false,
  rejoin,
  name: (random) => ({
    surname: surname(random),
    givenNames: random.chance(0.16) ? syllable(random) : syllable(random) + syllable(random),
  }),
  // Wade-Giles, Cantonese and Hokkien forms.
  respell: respelling({
    groups: groups(`WANG WONG ONG
    LI LEE LEI
    ZHANG CHANG CHEUNG TEO
    CHEN CHAN TAN
    LIU LAU LOW
    YANG YEUNG YEO
    HUANG WONG HWANG NG
    ZHAO CHAO CHIU
    WU NG GOH
    ZHOU CHOU CHOW CHEW
    XU HSU CHUI
    LIN LAM LIM
    GUO KUO KWOK QUEK
    HE HO
    LUO LO LAW
    ZHENG CHENG TAY
    XIE HSIEH TSE CHIA
    CAI TSAI CHOI CHUA
    YE YEH IP YAP
    ZHU CHU CHOO
    JIANG CHIANG KEUNG
    YU YUE YEE
    OUYANG AUYEUNG`),
    rules: [
      [/ZH/, ['CH']],
      [/X(?=I)/, ['HS', 'S']],
      [/XU/, ['HSU']],
      [/Q(?=[IU])/, ['CH']],
      [/J(?=[IU])/, ['CH']],
      [/Z(?=[AEIOU])/, ['TS']],
      [/C(?=[AEOU])/, ['TS']],
      [/^B/, ['P']],
      [/^D/, ['T']],
      [/^G/, ['K']],
      [/^R/, ['J']],
      [/ONG/, ['UNG']],
      [/IAN/, ['IEN']],
      [/UI/, ['WEI', 'UEI']],
    ],
  }),
};
