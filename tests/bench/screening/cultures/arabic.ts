import { groups, respelling } from '../respelling.ts';
import { type Draw, vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture } from './culture.ts';

const male = vocabulary({
  flat: 2.5,
  size: 1500,
  seed: 11,
  known:
    words(`MOHAMMED AHMED ALI MAHMOUD HASSAN HUSSEIN IBRAHIM ABDULLAH OMAR KHALED YOUSEF MUSTAFA ABDULRAHMAN SAID SALEH
  OSAMA TAREK HAMZA BILAL KARIM NASSER ADEL SAMIR RASHID JAMAL FAISAL SULTAN MAJED WALEED ZIAD HAMAD SAAD TURKI FAHD BANDAR
  NAYEF SULAIMAN ISMAIL IDRIS YAHYA ZAKARIA DAWOOD MUSA ISA HAROUN ANWAR ASHRAF AYMAN BASHIR BASSAM FADI FAROUK FOUAD GHASSAN
  HABIB HADI HAITHAM HAKIM HANI HATEM HISHAM IMAD JABER JALAL KAMAL LUTFI MAHDI MANSOUR MARWAN MAZEN MUNIR NABIL NADER NIZAR
  QASIM QUSAY RAED RAFIQ RAMI RAMZI RIYAD SABRI SADIQ SALAH SALEM SALIM SAMI SHADI SHAKIR SHARIF SUHAIL TAHA TALAL TAMER TAWFIQ
  WISSAM YASIN YASSER ZAID ZAKI ABDULAZIZ ABDULKARIM ABDULMALIK ABDULLATIF ABDULHAMID ABDULQADER ABDULWAHAB ABDULSALAM
  ABDULMAJID ABDULGHANI ABDULHADI ABDULNASSER ABDULRAZZAQ SAIFULLAH NASRULLAH SHAMSUDDIN NOORUDDIN SALAHUDDIN`),
  build: (random) => {
    const roots = 'B D F GH H J K KH L M N Q R S SH T W Y Z TH DH'.split(' ');
    const [a, b, c] = [random.pick(roots), random.pick(roots), random.pick(roots)];
    const shape = random.below(8);
    const shapes = [`${a}A${b}I${c}`, `${a}A${b}${c}AN`, `MU${a}A${b}${c}`, `${a}A${b}A${c}`, `${a}U${b}AI${c}`];
    return shapes[shape] ?? `${a}${random.pick(['A', 'I', 'U'])}${b}${random.pick(['A', 'EE', 'OU'])}${c}I`;
  },
});
const female = vocabulary({
  flat: 6,
  known:
    words(`FATIMA AISHA MARYAM ZAINAB KHADIJA AMINA NOOR HUDA LAYLA SARA MONA HANAN SAMIRA NADIA RANIA DALIA REEM SALMA
  YASMIN AMAL IMAN SAFIYA HALIMA SUAD NAWAL WAFA HANA LINA DINA RASHA NAJWA SAMAR ABEER ARWA ASMA BASMA BUSHRA FARAH GHADA HALA
  HEBA INTISAR JAMILA KARIMA LATIFA LUBNA MAHA MAJIDA MANAL NAHLA NAIMA NISREEN RABAB RAGHAD RAHMA RAJA RAWAN RUQAYYA SABAH
  SAHAR SHAIMA SHAHAD SIHAM SUMAYA TAGHREED THURAYA UMAYMA WIDAD ZAHRA ZUBAIDA`),
});
const families = vocabulary({
  flat: 25,
  size: 5000,
  seed: 12,
  known:
    words(`HASSAN AL-SAYED KHALIL AL-HARBI AL-GHAMDI AL-ZAHRANI AL-OTAIBI AL-QAHTANI AL-SHEHRI AL-MUTAIRI AL-DOSARI AL-ANAZI
  AL-SHAMMARI AL-MALIKI AL-JUHANI AL-BALAWI AL-RASHIDI AL-HASHIMI AL-HUSSEINI AL-TAMIMI AL-JUBOURI AL-DULAIMI AL-OBAIDI AL-SAADI
  AL-MAKTOUM AL-NAHYAN AL-THANI AL-SABAH AL-KHALIFA AL-AHMAD AL-MASRI AL-BAGHDADI AL-TIKRITI AL-BASRI AL-HALABI AL-SHAMI
  AL-MAGHRIBI AL-SUDANI AL-YAMANI AL-KUWAITI AL-HOUTHI AL-AWLAKI AL-HAJJ AL-KHATIB AL-QADI AL-NAJJAR AL-HADDAD AL-ATTAR
  AL-SABBAGH AL-HALLAQ AL-KHOURY BARAKAT HAMDAN MANSOUR SULEIMAN BENALI BENSALAH BOUAZIZ BOUTEFLIKA BELKACEM MEZIANE TAZI ALAOUI
  IDRISSI BENJELLOUN FASSI BERRADA CHRAIBI TRABELSI HAMMAMI GHARBI JEBALI KHELIFI MEJRI AYARI DRIDI SASSI ELSAYED ELSHERIF
  SHALABI ABDELRAHMAN ABDELAZIZ EL-MASRY EL-SHAZLY FARAG GOMAA RAMADAN SHAABAN RAGAB BADAWI DARWISH AWAD HAMMAD ISSA JABR
  KANAAN MAALOUF NASSAR QASSEM SALAMEH SHAHEEN TANNOUS ZEIDAN`),
  build: (random) => {
    const roots = 'B D F GH H J K KH L M N Q R S SH T W Y Z TH DH'.split(' ');
    const [a, b, c] = [random.pick(roots), random.pick(roots), random.pick(roots)];
    const vowel = () => random.pick(['A', 'U', 'I', 'OU', 'AI', 'EE']);
    const word = `${a}${vowel()}${b}${random.chance(0.5) ? vowel() : ''}${c}${random.pick(['I', 'I', 'I', 'A', 'AN', 'ANI', 'AWI'])}`;
    return random.chance(0.6) ? `AL-${word}` : word;
  },
});

const nationalities: Draw = weighted(
  weights(
    `EGY 18 IRQ 14 SYR 12 SAU 10 YEM 9 MAR 8 DZA 8 SDN 5 TUN 4 LBN 4 JOR 4 LBY 4 ARE 2 KWT 2 QAT 1 PSE 3 SOM 3 FRA 2`,
  ),
);

export const arabic: Culture = {
  code: 'AR',
  share: 18,
  nationalities,
  maidenNames: false,
  name(random, sex) {
    const parts = [sex === 'M' ? male(random) : female(random), male(random)];
    if (random.chance(0.55)) parts.push(male(random));
    if (random.chance(0.12)) parts.push(male(random));
    if (random.chance(0.15)) parts.splice(1, 0, sex === 'M' ? 'BIN' : 'BINT');
    return { surname: families(random), givenNames: parts.join(' ') };
  },
  respell: respelling({
    groups: groups(`MOHAMMED MUHAMMAD MOHAMED MOHAMMAD MOHAMAD MUHAMMED MOUHAMED
    AHMED AHMAD AHMET
    HUSSEIN HUSSAIN HUSAYN HOSSEIN HUSEIN HOUSSEIN
    HASSAN HASAN HASSEN
    IBRAHIM EBRAHIM IBRAHEEM BRAHIM
    ABDULLAH ABDALLAH ABDOULLAH ABDELLAH
    ABDULRAHMAN ABDELRAHMAN ABDERRAHMANE ABDURRAHMAN ABDALRAHMAN
    ABDULAZIZ ABDELAZIZ ABDALAZIZ
    ABDULKARIM ABDELKARIM ABDELKRIM ABDULKAREEM
    ABDULQADER ABDELKADER ABDALQADIR ABDULKADIR
    OMAR UMAR OMER
    KHALED KHALID HALED
    YOUSEF YUSUF YOUSSEF YOUSIF JOUSEF
    MUSTAFA MOSTAFA MUSTAPHA MOUSTAFA
    SAID SAEED SAYED SAEID
    MAHMOUD MAHMUD MEHMOOD
    SULAIMAN SULEIMAN SULAYMAN SOLIMAN
    OSAMA USAMA OUSSAMA
    TAREK TARIQ TARIK
    JAMAL GAMAL DJAMAL
    QASIM KASSEM QASSEM KASIM
    FATIMA FATIMAH FATEMA FATMA
    AISHA AYSHA AICHA AISHAH
    ZAINAB ZEINAB ZAYNAB
    KHADIJA KHADIJAH KHADEEJA KADIJA
    MARYAM MARIAM MIRIAM MERIEM
    NOOR NUR NOUR
    LAYLA LEILA LAILA
    BIN BEN IBN`),
    rules: [
      [/^AL-/, ['EL-', 'AL', 'EL ', 'AL ', '']],
      [/^EL-/, ['AL-', 'EL']],
      [/Q/, ['K', 'G', 'C']],
      [/KH/, ['H', 'K']],
      [/GH/, ['G']],
      [/OU/, ['U', 'OO', 'O']],
      [/EE/, ['I']],
      [/AI/, ['AY', 'EI']],
      [/DH/, ['D', 'Z', 'TH']],
      [/TH/, ['T', 'S']],
      [/J/, ['G', 'DJ']],
      [/(?<=[A-Z])W(?=[A-Z])/, ['OU']],
      [/Y/, ['I']],
      [/SH/, ['CH', 'S']],
      [/I$/, ['Y', 'EE']],
      [/A$/, ['AH']],
      [/MM/, ['M']],
      [/SS/, ['S']],
      [/U/, ['O']],
      [/Z/, ['S']],
      [/(?<=[BDFKLMNRST])I(?=[BDFKLMNRST])/, ['E', 'EE']],
    ],
  }),
};
