import type { Random } from '../random.ts';
import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture, WholeName } from './culture.ts';

/** Percent of the population. */
const surname = weighted(
  weights(`KIM 21.5 LEE 14.7 PARK 8.4 CHOI 4.7 JUNG 4.3 KANG 2.4 CHO 2.1 YOON 2.1 JANG 2 LIM 1.7 HAN 1.5 OH 1.5 SEO 1.5 SHIN 1.5
  KWON 1.4 HWANG 1.4 AHN 1.4 SONG 1.4 RYU 1.3 JEON 1.1 HONG 1.1 KO 0.9 MOON 0.9 YANG 0.9 SON 0.9 BAE 0.8 BAEK 0.8 HEO 0.7 NAM 0.6
  SHIM 0.5 NOH 0.5 HA 0.5 KWAK 0.4 SUNG 0.4 CHA 0.4 JOO 0.4 WOO 0.4 KOO 0.4 NA 0.3 MIN 0.3 JIN 0.3 JI 0.3 EOM 0.3 CHAE 0.3 WON 0.2
  CHEON 0.2 BANG 0.2 KONG 0.2 HYUN 0.2 HAM 0.15 BYUN 0.2 YEOM 0.1 YEO 0.1 CHOO 0.1 DO 0.1 SEOK 0.1 SO 0.1 SEONWOO 0.02 NAMGUNG 0.04`),
);
const syllable = vocabulary({
  flat: 14,
  known:
    words(`JI MIN SOO YOUNG HYUN JUN SEO HEE SUNG JIN WOO KYUNG EUN HO JUNG MI SUN YEON HYE SANG JAE DONG SEUNG YUN IN HWA TAE
  BYUNG CHUL CHAN KI KWANG MYUNG NA OK SEOK SIK SOOK TAEK WON WOOK YEONG YOON YU AH BO BUM DAE DO DUK GEON GUN GYU HA HAN HEON
  HONG HYEONG IL JAE JONG JOON JU KANG KUK KUN KYU MAN MO MOON NAM RAE RAN RIM RYANG SAE SE SEOL SI SIN SO SOL SU TAE WAN YE YI
  YONG CHAE CHANG CHEOL CHO CHUN BIN BEOM BONG BAE RYUL RIN ROK MYEONG KYEONG GI GWANG HEE`),
});

/** MINJUN, MIN JUN, MIN-JUN: the same name in three offices. */
function rejoin(name: WholeName, random: Random): WholeName {
  const parts = name.givenNames.split(/[ -]/);
  return { ...name, givenNames: parts.join(random.pick(['', ' ', '-'])) };
}

const nationalities = weighted(weights('KOR 88 PRK 8 USA 3 CHN 1'));

export const korean: Culture = {
  code: 'KR',
  share: 7,
  nationalities,
  maidenNames: false,
  rejoin,
  name(random) {
    const given = random.chance(0.05) ? [syllable(random)] : [syllable(random), syllable(random)];
    return { surname: surname(random), givenNames: given.join(random.pick(['', '', ' ', '-'])) };
  },
  respell: respelling({
    groups: groups(`LEE YI RHEE LI RI
    PARK PAK BAK
    CHOI CHOE CHOY
    JUNG JEONG CHUNG CHONG
    KANG GANG
    CHO JO
    YOON YUN
    JANG CHANG
    LIM IM YIM RIM
    OH O
    SEO SUH
    SHIN SIN
    KWON GWON
    AHN AN
    RYU YOO YU LYU
    JEON CHUN JUN CHON
    KO KOH GO
    MOON MUN
    SON SOHN
    BAEK PAEK PAIK
    NOH NO RO ROH
    KIM GIM`),
    rules: [
      [/OO/, ['U']],
      [/YOUNG/, ['YEONG', 'YONG']],
      [/HYUN/, ['HYEON', 'HYON']],
      [/KYUNG/, ['GYEONG', 'KYONG']],
      [/EU/, ['U']],
      [/SUNG/, ['SEONG', 'SONG']],
      [/JUNG/, ['JEONG', 'CHUNG']],
      [/JI/, ['CHI', 'JEE']],
      [/JUN/, ['JOON', 'CHUN']],
      [/HEE/, ['HUI', 'HI']],
      [/CHUL/, ['CHEOL', 'CHOL']],
      [/JAE/, ['CHAE']],
      [/BYUNG/, ['BYEONG', 'PYONG']],
      [/MYUNG/, ['MYEONG', 'MYONG']],
      [/^K/, ['G']],
      [/EO/, ['O', 'U']],
      [/SOO/, ['SU']],
      [/WOO/, ['U', 'WU']],
    ],
  }),
};
