import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture } from './culture.ts';

const male = vocabulary({
  flat: 7,
  known:
    words(`MEHMET MUSTAFA AHMET ALİ HÜSEYİN HASAN İBRAHİM İSMAİL OSMAN YUSUF MURAT ÖMER RAMAZAN HALİL SÜLEYMAN ABDULLAH MAHMUT SALİH
  RECEP FATİH EMRE HAKAN ADEM KEMAL YAŞAR BEKİR MUSA METİN ORHAN BAYRAM SERKAN FURKAN BURAK GÖKHAN UĞUR YUNUS İLHAN TOLGA VOLKAN
  ŞÜKRÜ ÇAĞRI ÖZGÜR TUĞRUL DOĞAN ERDOĞAN OĞUZ BARIŞ SAVAŞ DENİZ CAN MERT ARDA KAAN`),
});
const female = vocabulary({
  flat: 7,
  known:
    words(`FATMA AYŞE EMİNE HATİCE ZEYNEP ELİF MERYEM ŞERİFE SULTAN ZEHRA HANİFE MERVE HAVVA ZELİHA ESRA FADİME ÖZLEM HACER YASEMİN
  HÜLYA CEMİLE SEVİM GÜLSÜM LEYLA DİLEK BÜŞRA AYSEL SONGÜL KÜBRA HALİME ESMA AYNUR HAYRİYE KADRİYE TUĞBA RABİA SEVGİ RUKİYE ÇİĞDEM`),
});
const family = vocabulary({
  flat: 40,
  size: 5000,
  seed: 81,
  known:
    words(`YILMAZ KAYA DEMİR ŞAHİN ÇELİK YILDIZ YILDIRIM ÖZTÜRK AYDIN ÖZDEMİR ARSLAN DOĞAN KILIÇ ASLAN ÇETİN KARA KOÇ KURT ÖZKAN ŞİMŞEK
  POLAT KORKMAZ ÖZCAN ÇAKIR ERDOĞAN CAN YAVUZ ŞEN ACAR YİĞİT AKTAŞ GÜLER YALÇIN GÜNEŞ BOZKURT BULUT KESKİN ÜNAL TURAN GÜL ÖZER IŞIK
  KAPLAN AVCI SARI TEKİN TAŞ KÖSE YÜKSEL ATEŞ AKSOY COŞKUN UÇAR KARACA KARATAŞ BAYRAM EKİNCİ`),
  build: (random) => {
    const begin =
      words(`AK ALTIN AY BAŞ BOZ CAN ÇAK DAĞ DEMİR DOĞ ER GÖK GÜL GÜN İL KAR KARA KIR KIZIL KOÇ KUŞ ÖZ SARI SOY ŞEN TAŞ TOP TUR
      UĞUR ÜN YAL YEŞİL YOL YURT`);
    const end =
      words(`ALP AN ARSLAN BAŞ BAY BULUT CI DAĞ DAL DEMİR ER GÖL GÖR GÜL İN İŞ KAN KAYA LAR LI MAN MAZ OĞLU OĞULLARI OVA SEL SOY
      SU TAN TAŞ TEKİN TEPE TÜRK YÜREK`);
    return `${random.pick(begin)}${random.chance(0.4) ? random.pick(begin) : ''}${random.pick(end)}`;
  },
});

const nationalities = weighted(weights('TUR 92 DEU 4 AZE 2 BGR 2'));

export const turkish: Culture = {
  code: 'TR',
  share: 2,
  nationalities,
  maidenNames: true,
  mrzLetters: { Ü: 'U', Ö: 'O' },
  name(random, sex) {
    const given = sex === 'M' ? male : female;
    const middle = random.chance(0.3) ? ` ${given(random)}` : '';
    return { surname: family(random), givenNames: given(random) + middle };
  },
  respell: respelling({
    groups: groups(`MEHMET MUHAMMET MEHMED
    AHMET AHMAD AHMED
    HÜSEYİN HUSSEIN HUSEIN
    YUSUF YOUSSEF JUSUF
    MUSTAFA MOUSTAFA
    FATMA FATIMA
    AYŞE AISHA AYSHE`),
    rules: [
      [/Ş/, ['SH', 'SCH']],
      [/Ç/, ['CH', 'TSCH']],
      [/Ğ/, ['GH', '']],
      [/Ü/, ['UE', 'UXX']],
      [/Ö/, ['OE', 'OXX']],
      [/İ/, ['I']],
      [/C(?=[AEI])/, ['DJ', 'J']],
      [/Y/, ['J']],
      [/V/, ['W']],
      [/K$/, ['C']],
    ],
  }),
};
