import { expect, it } from 'vitest';
import { personKey } from './person_key.ts';

const person = { name: 'NGUYEN THI VI DU', birthDate: '1989-03-14', nationality: 'VNM' };

it('is one for every way in which the same names are written', () => {
  const key = personKey(person);
  expect(key).toBe('DU NGUYEN THI VI|1989-03-14|VNM');
  for (const name of ['Nguyễn Thị Ví Dụ', 'VI DU NGUYEN THI', 'nguyen-thi  vi du']) {
    expect(personKey({ ...person, name })).toBe(key);
  }
});

it('tells persons apart by each of its three parts', () => {
  const others = [{ name: 'NGUYEN THI VI' }, { birthDate: '1989-03-15' }, { nationality: 'LAO' }];
  expect(new Set(others.map((other) => personKey({ ...person, ...other }))).size).toBe(3);
  for (const other of others) expect(personKey({ ...person, ...other })).not.toBe(personKey(person));
});

it.each([{ name: ' ' }, { birthDate: '1989' }, { nationality: '' }])('is none without %j', (lacking) => {
  expect(personKey({ ...person, ...lacking })).toBeNull();
});
