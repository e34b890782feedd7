import { groups, respelling } from '../respelling.ts';
import { vocabulary, weighted, weights, words } from '../vocabulary.ts';
import type { Culture } from './culture.ts';

const male = vocabulary({
  flat: 8,
  known:
    words(`JEAN PIERRE MICHEL ANDRÉ PHILIPPE RENÉ LOUIS ALAIN JACQUES BERNARD MARCEL DANIEL ROGER ROBERT PAUL CLAUDE CHRISTIAN
  HENRI GEORGES NICOLAS FRANÇOIS CHRISTOPHE PATRICK THIERRY STÉPHANE LAURENT PASCAL ÉRIC DAVID FRÉDÉRIC OLIVIER SÉBASTIEN JULIEN
  ALEXANDRE THOMAS ANTOINE MAXIME KÉVIN ROMAIN GUILLAUME LUCAS HUGO MATHIEU JÉRÔME VINCENT BENOÎT CÉDRIC FABRICE GÉRARD YVES GUY
  JEAN-PIERRE JEAN-CLAUDE JEAN-LUC JEAN-MARC JEAN-PAUL JEAN-FRANÇOIS PIERRE-YVES MARC-ANTOINE LÉO NOËL CLÉMENT ÉTIENNE RAPHAËL`),
});
const female = vocabulary({
  flat: 8,
  known:
    words(`MARIE JEANNE FRANÇOISE MONIQUE CATHERINE NATHALIE ISABELLE JACQUELINE ANNE SYLVIE MARTINE MADELEINE NICOLE SUZANNE
  HÉLÈNE CHRISTINE LOUISE MARGUERITE DENISE SOPHIE CÉLINE VALÉRIE SANDRINE STÉPHANIE VÉRONIQUE VIRGINIE AURÉLIE ÉMILIE JULIE CAMILLE
  LAURA LÉA MANON CHLOÉ EMMA INÈS ZOÉ ANNE-MARIE MARIE-CLAUDE MARIE-FRANCE MARIE-THÉRÈSE BRIGITTE ODILE GENEVIÈVE JOËLLE ÉLODIE`),
});
const family = vocabulary({
  flat: 80,
  size: 12_000,
  seed: 61,
  known:
    words(`MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFÈVRE LEROY ROUX DAVID BERTRAND
  MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE ROUSSEAU VINCENT MÜLLER LEFEBVRE FAURE ANDRÉ MERCIER BLANC GUÉRIN BOYER
  GARNIER CHEVALIER FRANÇOIS LEGRAND GAUTHIER GARCIA PERRIN ROBIN CLÉMENT MORIN NICOLAS HENRY ROUSSEL MATHIEU GAUTIER MASSON
  MARCHAND DUVAL DENIS DUMONT MARIE LEMAIRE NOËL MEYER DUFOUR MEUNIER BRUN BLANCHARD GIRAUD JOLY RIVIÈRE LUCAS BRUNET GAILLARD
  BARBIER ARNAUD MARTINEZ GÉRARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL CARON PICARD ROGER FABRE AUBERT LEMOINE RENAUD DUMAS`),
  build: (random) => {
    const begin =
      words(`BEAU BOU BRI CHA CLA COR COU CRE DE DU FAU FLO GAU GRA GUI LA LE LOU MAR MON MOU NOI PAR PEL PI POI PRÉ
      RAI RO SAI SAU TAL TOU TRI VAL VER VI BAR BER CAR DEL FER GAR`);
    const end =
      words(`BERT CHARD CHET DET DIER DRE GEON GNON GUET LAIN LAND LARD LIER LLET MAIN MONT NARD NEAU NET NIER PIN QUET
      RAND REAU RIER ROL RON SEAU SON TEAU TIER TON VAL VEAU VILLE VOST ZIER`);
    const front = random.chance(0.12) ? random.pick(['LE ', 'DE ', 'LA ', 'DU ']) : '';
    return `${front}${random.pick(begin)}${random.chance(0.4) ? random.pick(words('RI LE CHE DI NE VA GE TI')) : ''}${random.pick(end)}`;
  },
});

const nationalities = weighted(weights('FRA 74 BEL 9 CHE 5 CAN 7 CIV 2 SEN 2 LUX 1'));

export const french: Culture = {
  code: 'FR',
  share: 6,
  nationalities,
  maidenNames: true,
  name(random, sex) {
    const given = sex === 'M' ? male : female;
    const parts = [given(random)];
    if (random.chance(0.55)) parts.push(given(random));
    if (random.chance(0.25)) parts.push(given(random));
    return { surname: family(random), givenNames: parts.join(' ') };
  },
  respell: respelling({
    groups: groups(`LEFÈVRE LEFEBVRE LEFEVRE
    GAUTHIER GAUTIER
    STÉPHANE STEPHAN
    MATHIEU MATTHIEU
    CATHERINE KATHERINE
    ÉRIC ERICK
    FRÉDÉRIC FREDERICK
    HÉLÈNE HELENA ELENE`),
    rules: [
      [/-/, [' ', '']],
      [/^(?:LE|DE|LA|DU) /, ['LE', 'DE', 'LA', 'DU', '']],
      [/PH/, ['F']],
      [/TH/, ['T']],
      [/LL/, ['L']],
      [/NN/, ['N']],
      [/Y/, ['I']],
      [/EAU/, ['AUX', 'AU', 'EAUX']],
      [/QU/, ['K', 'C']],
      [/Ç/, ['SS']],
      [/ET$/, ['ETTE']],
      [/IER$/, ['IÉ', 'YER']],
      [/T$/, ['']],
    ],
  }),
};
