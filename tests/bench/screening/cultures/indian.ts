import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture } from './culture.ts';

const syllables = words(
  'RA JA KI SHA VI NA MA DE PRA SU GA CHA LA BHA HA TA YA VA DHA PA NI RI SHE KU MO RO GO SA THA',
);
const endings = words('ESH INDRA ANTH KUMAR IT ENDRA ANSHU EEP ANA IKA ISHA ITHA ATI YAN RAJ VEER DEV JEET PREET LAL');

const male = vocabulary({
  flat: 14,
  size: 2000,
  seed: 41,
  known:
    words(`RAJESH SANJAY RAMESH SURESH VIJAY AJAY RAKESH MUKESH ANIL SUNIL MANOJ ASHOK VINOD DINESH RAJU AMIT RAHUL DEEPAK RAVI
  SANDEEP PRADEEP PRAKASH SANTOSH MAHESH GANESH NARESH HARISH SATISH KRISHNA MOHAN GOPAL SHIVA VISHNU ARJUN KARTHIK VENKATESH
  SRINIVAS RAMAKRISHNA SUBRAMANIAN BALASUBRAMANIAN VENKATARAMAN RADHAKRISHNAN GOPALAKRISHNAN MUTHUKUMAR SENTHIL MURUGAN SELVAM
  IMRAN ASIF SALMAN SHAHID TARIQ NADEEM WASIM JAVED ABDUL MOHAMMAD GURPREET HARPREET MANPREET JASWINDER BALWINDER KULDEEP NIKHIL
  ROHIT VIKRAM ADITYA ABHISHEK GAURAV HARSH KUNAL MANISH NITIN PANKAJ PIYUSH SACHIN SAURABH SHYAM TARUN UDAY VARUN YOGESH`),
  build: (random) =>
    random.pick(syllables) +
    (random.chance(0.6) ? random.pick(syllables) : '') +
    random.pick(['N', 'J', 'V', 'M', 'T', 'D', 'R', 'SH']) +
    random.pick(endings),
});
const female = vocabulary({
  flat: 14,
  size: 2000,
  seed: 42,
  known:
    words(`SUNITA ANITA SANGEETA GEETA SEEMA REKHA LATA KAVITA SAVITA MEENA USHA ASHA SUSHMA PUSHPA LAKSHMI PADMA SARASWATI
  PARVATI RADHA SITA PRIYA POOJA NEHA SWATI DEEPA SHILPA ANJALI DIVYA SNEHA KAVYA VIDYA REVATHI BHAVANI VASANTHI JAYALAKSHMI
  VIJAYALAKSHMI FATIMA AYESHA SHABANA RUKHSANA PARVEEN NASREEN SIMRAN JASPREET AMANDEEP MANJU NIRMALA SHANTI KAMALA VIMALA`),
  build: (random) =>
    random.pick(syllables) +
    (random.chance(0.6) ? random.pick(syllables) : '') +
    random.pick(['N', 'J', 'V', 'M', 'T', 'L', 'SH']) +
    random.pick(['A', 'I', 'ITA', 'INI', 'IKA', 'ALI', 'ATHI', 'EEN', 'ALAKSHMI']),
});
const family = vocabulary({
  flat: 18,
  size: 4500,
  seed: 43,
  known:
    words(`KUMAR SINGH DEVI SHARMA KHAN PATEL GUPTA VERMA YADAV DAS RAO REDDY NAIR SHAH JAIN MEHTA JOSHI MISHRA PANDEY TIWARI
  CHAUDHARY AGARWAL BANERJEE MUKHERJEE CHATTERJEE BOSE GHOSH SEN ROY DUTTA CHAKRABORTY IYER IYENGAR PILLAI MENON NAIDU CHOWDHURY
  AHMED HUSSAIN ANSARI SHAIKH QURESHI SIDDIQUI MALIK MIRZA HOSSAIN RAHMAN ISLAM MIAH BEGUM KAUR GILL DHILLON SIDHU SANDHU GREWAL
  BHATT TRIVEDI DESAI PARMAR SOLANKI CHAUHAN RATHORE THAKUR RAJPUT MAURYA PRASAD SRIVASTAVA SAXENA MATHUR KAPOOR KHANNA MALHOTRA
  CHOPRA ARORA SETHI BHATIA PERERA FERNANDO SILVA BANDARA JAYAWARDENA WICKRAMASINGHE RAJAPAKSA GUNAWARDENA`),
  build: (random) =>
    random.pick(syllables) +
    random.pick(syllables) +
    random.pick(
      words('PATI WAL KAR RAJ DHAR NATH GIRI MURTHY APPA SAMY GOWDA BHAI SHETTY VARMA KANDE SINGHE WARDENA GAR'),
    ),
});

const nationalities = weighted(weights('IND 60 PAK 18 BGD 12 LKA 5 NPL 3 GBR 2'));

export const indian: Culture = {
  code: 'IN',
  share: 10,
  nationalities,
  maidenNames: true,
  name(random, sex) {
    const given = sex === 'M' ? male(random) : female(random);
    const middle = random.chance(0.4)
      ? ` ${random.chance(0.4) ? random.pick(['KUMAR', 'LAL', 'KUMARI', 'BEGUM', 'RANI']) : male(random)}`
      : '';
    return { surname: family(random), givenNames: given + middle };
  },
  respell: respelling({
    groups: groups(`MOHAMMAD MOHAMMED MUHAMMAD MD MOHD
    CHAUDHARY CHOUDHARY CHOWDHURY CHAUDHRY CHAUDHURI
    SRIVASTAVA SHRIVASTAVA SRIVASTAV
    AGARWAL AGRAWAL AGGARWAL
    KHAN KAHN
    SINGH SING SINHA
    SIDDIQUI SIDDIQI SIDDIQUE
    QURESHI KURESHI QURAISHI
    SHAIKH SHEIKH SHAYKH
    HUSSAIN HOSSAIN HUSAIN
    LAKSHMI LAXMI
    KRISHNA KRISHAN KISHAN
    REDDY REDDI
    ROY RAI
    MUKHERJEE MUKHERJI MOOKERJEE
    BANERJEE BANERJI
    AYESHA AISHA AYSHA`),
    rules: [
      [/V/, ['W', 'B']],
      [/W/, ['V']],
      [/SH/, ['S']],
      [/EE/, ['I']],
      [/OO/, ['U']],
      [/KSH/, ['X']],
      [/TH/, ['T']],
      [/DH/, ['D']],
      [/BH/, ['B']],
      [/Y$/, ['I']],
      [/I$/, ['Y', 'EE']],
      [/A$/, ['AH', '']],
      [/J/, ['Z']],
      [/PH/, ['F']],
      [/SUBRA/, ['SUBRAH']],
      [/KUMAR$/, ['COOMAR', ' KUMAR']],
      [/(?<=[B-DF-HJ-NP-TV-Z])A(?=[B-DF-HJ-NP-TV-Z])/, ['AA', 'U']],
    ],
  }),
};
