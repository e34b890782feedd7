import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../fold.ts';
import { latinForms } from './latin_forms.ts';
import { soundOutline } from './sound_outline.ts';

describe('names in other scripts', () => {
  test.each([
    ['Тестова Мария', 'TESTOVA MARIA'],
    ['Юрий Щукин', 'IURII SHCHUKIN'],
    ['Александр', 'ALEXANDR'],
    ['Гулієв', 'HULIIEV'],
    ['Ивaнов', 'IVANOV'],
    ['Ђорђе Ћурић', 'DJORDJE CURIC'],
    ['Стоян Първанов', 'STOYAN PARVANOV'],
    ['محمد علي', 'MOHAMMED ALI'],
    ['حسین', 'HUSSEIN'],
    ['سامي الدوري', 'SAMI AL DURI'],
    ['فرید', 'FARID'],
    ['משה', 'MOSHE'],
    ['לבנון', 'LVNON'],
    ['عبد الله', 'ABDULLAH'],
    ['عبد الرحمن', 'ABDUL RAHMAN'],
    ['سامي العبد', 'SAMI AL ABD'],
    ['克里斯', 'KELISI'],
    ["ג'ורג'", 'JORJ'],
    ['Αλέξανδρος Παπαδόπουλος', 'ALEXANDROS PAPADOPOULOS'],
    ['Μπακάλης', 'BAKALIS'],
    ['김정훈', 'KIM JONG HUN'],
    ['박서경', 'PARK SEOGYEONG'],
    ['남궁민수', 'NAMGUNG MINSU'],
    ['이민수', 'LEE MINSU'],
    ['정식 김', 'JONGSIK KIM'],
    ['블라디미르 새커', 'BLLADIMIR SAEKER'],
    ['ウラジーミル', 'URAJIMIRU'],
    ['やまだ たろう', 'YAMADA TARO'],
    ['山田太郎', 'YAMADA TARO'],
    ['习文华', 'XI WENHUA'],
    ['習文華', 'XI WENHUA'],
    ['金正文', 'KIM JONG MUN'],
    ['吕文', 'LYU WEN'],
    ['单文芳', 'SHAN WENFANG'],
    ['欧阳文', 'OUYANG WEN'],
    ['陳大文', 'CHAN TAI MAN'],
    ['阮文安', 'NGUYEN VAN AN'],
    ['ვლადიმერ', 'VLADIMER'],
    ['Վլադիմիր', 'VLADIMIR'],
    ['कुमार', 'KUMAR'],
    ['สมชาย', 'SOMCHAI'],
    ['ສົມພອນ', 'SOMPHON'],
    ['ប៉ុល សុខា', 'POL SOKHA'],
    ['សុខា', 'SOKHA'],
  ])('%s may be %s', (written, latin) => {
    expect(latinForms(written)).toContain(latin);
  });

  test('a name in Latin letters needs no other form', () => {
    expect(latinForms('Nguyễn Văn Đức')).toEqual([]);
    expect(latinForms('')).toEqual([]);
  });

  test('whatever is written, at most three forms come, none empty and none twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const forms = latinForms(text);
        expect(forms.length).toBeLessThanOrEqual(3);
        expect(new Set(forms).size).toBe(forms.length);
        expect(forms.every((form) => form.trim() !== '')).toBe(true);
      }),
    );
  });
});

describe('outline of sounds', () => {
  test.each([
    ['MOHAMMED', 'MUHAMAD'],
    ['YUSUF', 'IOUSSEF'],
    ['PETROV', 'BITRUF'],
    ['KIMURA', 'QIMOULA'],
    ['TCHAIKOVSKY', 'CHAIKOVSKII'],
    ['MILOSEVIC', 'MILOSHEVICH'],
    ['KHALID', 'HALED'],
    ['TENDULKAR', 'TENDURUKARU'],
  ])('%s and %s have one', (a, b) => {
    expect(soundOutline(a)).toBe(soundOutline(b));
  });

  test.each([
    ['MARTA', 'MANDA'],
    ['PETROV', 'PETROVIC'],
    ['ANH', 'HANH'],
  ])('%s and %s do not', (a, b) => {
    expect(soundOutline(a)).not.toBe(soundOutline(b));
  });

  test('is short and of few letters, and other letters than A to Z are silent', () => {
    expect(soundOutline('ANNA')).toBe('AN');
    expect(soundOutline('')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).map(fold), (word) => {
        expect(soundOutline(word)).toMatch(/^[AHKLMNPST]*$/);
      }),
    );
  });
});
