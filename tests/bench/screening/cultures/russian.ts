import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture } from './culture.ts';

const male = vocabulary({
  flat: 4,
  known:
    words(`ALEKSANDR SERGEI DMITRII ANDREI ALEKSEI MAKSIM EVGENII VLADIMIR IVAN MIKHAIL NIKOLAI IURII IGOR OLEG PAVEL VIKTOR
  DENIS ROMAN ANTON ILIA VALERII VIACHESLAV KONSTANTIN ARTEM VITALII STANISLAV ANATOLII BORIS VADIM GENNADII LEONID PETR KIRILL
  NIKITA GRIGORII RUSLAN TIMUR EGOR DANIIL GEORGII VASILII EDUARD ALBERT RINAT MARAT RASHID BULAT ARKADII VALENTIN VSEVOLOD
  IAROSLAV ROSTISLAV FEDOR STEPAN SEMEN TARAS BOGDAN OSTAP MYKOLA MYKHAILO SERHII OLEKSANDR VOLODYMYR ANDRII IURI GLEB MATVEI`),
});
const female = vocabulary({
  flat: 4,
  known:
    words(`ELENA OLGA TATIANA NATALIA IRINA SVETLANA ANNA EKATERINA MARIIA ANASTASIIA IULIIA GALINA LIUDMILA MARINA VALENTINA
  NINA OKSANA NADEZHDA LARISA VERA DARIA KSENIIA POLINA VIKTORIIA ALEKSANDRA EVGENIIA INNA ALLA LIUBOV TAMARA ZOIA RAISA LIDIIA
  KRISTINA ALINA DIANA ELIZAVETA SOFIIA KAMILLA RUSTAMA GULNARA ALBINA ELVIRA LILIIA ZHANNA IANA`),
});
const stem = vocabulary({
  flat: 60,
  size: 10_000,
  seed: 21,
  known:
    words(`IVANOV SMIRNOV KUZNETSOV POPOV VASILEV PETROV SOKOLOV MIKHAILOV NOVIKOV FEDOROV MOROZOV VOLKOV ALEKSEEV LEBEDEV
  SEMENOV EGOROV PAVLOV KOZLOV STEPANOV NIKOLAEV ORLOV ANDREEV MAKAROV NIKITIN ZAKHAROV ZAITSEV SOLOVEV BORISOV IAKOVLEV
  GRIGOREV ROMANOV VOROBEV SERGEEV KUZMIN FROLOV ALEKSANDROV DMITRIEV KOROLEV GUSEV KISELEV ILIN MAKSIMOV POLIAKOV SOROKIN
  VINOGRADOV KOVALEV BELOV MEDVEDEV ANTONOV TARASOV ZHUKOV BARANOV FILIPPOV KOMAROV DAVYDOV BELIAEV GERASIMOV BOGDANOV OSIPOV
  SIDOROV MATVEEV TITOV MARKOV MIRONOV KRYLOV KULIKOV KARPOV VLASOV MELNIKOV DENISOV GAVRILOV TIKHONOV KAZAKOV AFANASEV DANILOV
  SAVELEV TIMOFEEV FOMIN CHERNOV ABRAMOV MARTYNOV EFIMOV FEDOTOV SHCHERBAKOV NAZAROV KALININ ISAEV CHERNYSHEV BYKOV MASLOV
  RODIONOV KONOVALOV LAZAREV VORONIN KLIMOV FILATOV PONOMAREV GOLUBEV KUDRIAVTSEV PROKHOROV NAUMOV POTAPOV ZHURAVLEV OVCHINNIKOV
  TROFIMOV LEONOV SOBOLEV ERMAKOV KOLESNIKOV GONCHAROV EMELIANOV NIKIFOROV GRACHEV KOTOV GRISHIN EFREMOV ARKHIPOV GROMOV
  KIRILLOV MALYSHEV PANOV MOISEEV RUMIANTSEV AKIMOV KONDRATEV BIRIUKOV GORBUNOV ANISIMOV EREMIN TIKHOMIROV GALKIN LUKIANOV`),
  build: (random) => {
    const begin = 'B BR CH D G GR K KH KR L M N P PL R S SH ST T TR V Z ZH SHCH IA IU TS'.split(' ');
    const middle = 'B CH D G K KH L LK M N NK P R RB S SH SK ST T V Z ZH'.split(' ');
    const vowel = () => random.pick(['A', 'E', 'I', 'O', 'U', 'Y', 'IA']);
    const second = random.chance(0.55) ? `${vowel()}${random.pick(middle)}` : '';
    const end = random.pick(['OV', 'OV', 'OV', 'EV', 'EV', 'IN', 'IN', 'ENKO', 'SKII', 'CHUK', 'UK']);
    return `${random.pick(begin)}${vowel()}${random.pick(middle)}${second}${end}`;
  },
});

function feminine(surname: string): string {
  if (/(?:OV|EV|IN)$/.test(surname)) return `${surname}A`;
  return surname.replace(/SKII$/, 'SKAIA');
}

function patronymic(father: string, sex: 'M' | 'F'): string {
  const base = father
    .replace(/(?:EI|AI)$/, (end) => `${end[0]}E`)
    .replace(/II$/, 'IE')
    .replace(/IA$/, 'I');
  const middle = /E$/.test(base) ? 'V' : 'OV';
  return `${base}${middle}${sex === 'M' ? 'ICH' : 'NA'}`;
}

const nationalities = weighted(weights('RUS 66 UKR 14 BLR 7 KAZ 6 UZB 2 KGZ 2 MDA 2 ISR 1'));

export const russian: Culture = {
  code: 'RU',
  share: 12,
  nationalities,
  maidenNames: true,
  name(random, sex) {
    const surname = stem(random);
    const given = sex === 'M' ? male(random) : female(random);
    const father = random.chance(0.7) ? ` ${patronymic(male(random), sex)}` : '';
    return { surname: sex === 'M' ? surname : feminine(surname), givenNames: given + father };
  },
  respell: respelling({
    groups: groups(`ALEKSANDR ALEXANDER OLEKSANDR ALEXANDR ALEKSANDER
    SERGEI SERGEY SERHII SERGUEI
    ALEKSEI ALEXEY ALEKSEY OLEKSII
    EVGENII YEVGENY EVGENY YEVGENIY EUGENE
    MIKHAIL MYKHAILO MIHAIL MICHAEL
    IURII YURI YURIY YURY JURIJ
    DMITRII DMITRY DMITRIY DMYTRO
    NIKOLAI NIKOLAY MYKOLA NICOLAI
    VLADIMIR VOLODYMYR WLADIMIR
    PETR PYOTR PETER PETRO
    ILIA ILYA ILJA
    IULIIA YULIA JULIA YULIYA
    TATIANA TATYANA TETIANA
    NATALIA NATALYA NATALIIA
    EKATERINA YEKATERINA KATERYNA
    MARIIA MARIA MARIYA
    ANASTASIIA ANASTASIA ANASTASIYA`),
    rules: [
      [/IU/, ['YU', 'JU']],
      [/IA/, ['YA', 'JA']],
      [/KH/, ['H', 'CH']],
      [/TS/, ['C', 'TZ']],
      [/SHCH/, ['SCH', 'SHT']],
      [/ZH/, ['J', 'Z']],
      [/(?<!SH)CH/, ['TCH', 'C']],
      [/EI$/, ['EY', 'EJ']],
      [/II$/, ['IY', 'Y', 'IJ']],
      [/OV$/, ['OFF', 'OW']],
      [/EV$/, ['EFF', 'YEV']],
      [/OVA$/, ['OWA']],
      [/KS/, ['X']],
      [/^E/, ['YE', 'JE']],
      [/V/, ['W']],
      [/Y/, ['I']],
    ],
  }),
};
