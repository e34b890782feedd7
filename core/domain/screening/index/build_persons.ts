import { fillBuckets } from './buckets.ts';
import { type Dictionary, LIGHT_WORD } from './build_dictionary.ts';
import type { Gathered } from './gathered.ts';
import { hashName, signOf } from './hash.ts';

/** The bit of a name's person that tells that the name was read from another script; the rest is the person's number. */
export const READ_FORM = 0x80000000;
export const PERSON = 0x7fffffff;

/** Places in the order of their birth dates; persons of unknown date first, of a known year before its days. */
function byBirth(birth: Uint32Array): Uint32Array {
  const keys = new Float64Array(birth.length);
  const SPAN = 2 ** 25;
  for (let person = 0; person < birth.length; person++) keys[person] = (birth[person] as number) * SPAN + person;
  keys.sort();
  return Uint32Array.from(keys, (key) => key % SPAN);
}

/** The posting lists: for each word, the names that hold it, in order. */
function postingsOf(words: number, formStart: Uint32Array, formWords: Uint32Array) {
  const forms = formStart.length - 1;
  const postingStart = new Uint32Array(words + 1);
  const once = (form: number, take: (word: number) => void) => {
    const from = formStart[form] as number;
    const to = formStart[form + 1] as number;
    for (let at = from; at < to; at++) {
      const word = formWords[at] as number;
      let before = from;
      while (before < at && formWords[before] !== word) before++;
      if (before === at) take(word);
    }
  };
  for (let form = 0; form < forms; form++)
    once(form, (word) => {
      (postingStart[word + 1] as number) += 1;
    });
  for (let word = 1; word <= words; word++) (postingStart[word] as number) += postingStart[word - 1] as number;
  const next = postingStart.slice(0, -1);
  const postings = new Uint32Array(postingStart[words] as number);
  for (let form = 0; form < forms; form++) {
    once(form, (word) => {
      const at = next[word] as number;
      next[word] = at + 1;
      postings[at] = form;
    });
  }
  return { postingStart, postings };
}

/** How the names of each person sound, as two halves of 64 bits. */
function signsOf(personForm: Uint32Array, formStart: Uint32Array, formWords: Uint32Array, sound: Uint32Array) {
  const persons = personForm.length - 1;
  const personSigns = new Uint32Array(persons * 2);
  for (let person = 0; person < persons; person++) {
    const from = formStart[personForm[person] as number] as number;
    const to = formStart[personForm[person + 1] as number] as number;
    for (let place = from; place < to; place++) {
      const sign = signOf(sound[formWords[place] as number] as number);
      personSigns[person * 2] = ((personSigns[person * 2] as number) | sign.low) >>> 0;
      personSigns[person * 2 + 1] = ((personSigns[person * 2 + 1] as number) | sign.high) >>> 0;
    }
  }
  return personSigns;
}

/** Marks, in place, the words that say little in their name: light ones, and those that stand there before. */
function markLight(formStart: Uint32Array, formWords: Uint32Array, letters: Uint32Array): void {
  for (let form = 0; form + 1 < formStart.length; form++) {
    const from = formStart[form] as number;
    for (let at = (formStart[form + 1] as number) - 1; at >= from; at--) {
      const word = formWords[at] as number;
      let light = (letters[word] as number) >= LIGHT_WORD;
      for (let before = from; before < at; before++) light ||= formWords[before] === word;
      if (light) formWords[at] = (word | LIGHT_WORD) >>> 0;
    }
  }
}

/** Names by one number for their words in any order, sorted by it, to find and count equal ones. */
function wholeNames(formStart: Uint32Array, formWords: Uint32Array, variant: Uint32Array) {
  const forms = formStart.length - 1;
  const hashes = new Uint32Array(forms);
  for (let form = 0; form < forms; form++) {
    const words = formWords.subarray(formStart[form] as number, formStart[form + 1] as number);
    hashes[form] = hashName(Array.from(words, (word) => variant[word] as number));
  }
  const nameForm = fillBuckets(
    hashes,
    Uint32Array.from(hashes, (_, form) => form),
  ).items;
  const nameHash = Uint32Array.from(nameForm, (form) => hashes[form] as number);
  // The buckets are in the order of the hashes' leading bits; what is left to sort stands a few places away.
  for (let place = 1; place < forms; place++) {
    const hash = nameHash[place] as number;
    const form = nameForm[place] as number;
    let to = place;
    while (to > 0 && (nameHash[to - 1] as number) > hash) {
      nameHash[to] = nameHash[to - 1] as number;
      nameForm[to] = nameForm[to - 1] as number;
      to--;
    }
    nameHash[to] = hash;
    nameForm[to] = form;
  }
  return { nameHash, nameForm };
}

/** Persons in the order of their birth dates, their names beside each other, and the ways to them. */
export function buildPersons(gathered: Gathered, order: Uint32Array, dictionary: Dictionary) {
  const birth = gathered.birth.view();
  const oldForm = gathered.personForm.view();
  const oldStart = gathered.formStart.view();
  const oldWords = gathered.formWords.view();
  const oldRead = gathered.formRead.view();
  const persons = birth.length;
  const sorted = byBirth(birth);
  const personForm = new Uint32Array(persons + 1);
  const formStart = new Uint32Array(oldStart.length + 1);
  const formWords = new Uint32Array(oldWords.length);
  const formPerson = new Uint32Array(oldStart.length);
  let form = 0;
  let word = 0;
  sorted.forEach((old, person) => {
    personForm[person] = form;
    const end = old + 1 < persons ? (oldForm[old + 1] as number) : oldStart.length;
    for (let from = oldForm[old] as number; from < end; from++) {
      formStart[form] = word;
      formPerson[form++] = ((oldRead[from] === 1 ? READ_FORM : 0) | person) >>> 0;
      const last = from + 1 < oldStart.length ? (oldStart[from + 1] as number) : oldWords.length;
      for (let at = oldStart[from] as number; at < last; at++)
        formWords[word++] = order[oldWords[at] as number] as number;
    }
  });
  personForm[persons] = form;
  formStart[form] = word;
  const personBirth = sorted.map((old) => birth[old] as number);
  const place = gathered.place.view();
  const traits = gathered.traits.view();
  const states = Uint32Array.from(gathered.states, (code) => packState(code));
  const ways = {
    ...postingsOf(order.length, formStart, formWords),
    personSigns: signsOf(personForm, formStart, formWords, dictionary.wordSound),
    ...wholeNames(formStart, formWords, dictionary.wordVariant),
  };
  markLight(formStart, formWords, dictionary.wordLetters);
  return {
    ...ways,
    formStart,
    formWords,
    formPerson,
    personForm,
    personBirth,
    personPlace: sorted.map((old) => place[old] as number),
    personTraits: sorted.map((old) => traits[old] as number),
    states,
  };
}

/** A three-letter code as one number. */
export function packState(code: string): number {
  return (code.charCodeAt(0) << 16) | ((code.charCodeAt(1) || 0) << 8) | (code.charCodeAt(2) || 0);
}
