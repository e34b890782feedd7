import { expect, test } from 'vitest';
import { printName } from './print_name.ts';

test.each([
  ['NGUYEN', 'VAN A', 20, 'NGUYEN<<VAN<A<<<<<<<'],
  ['TRAN', '', 8, 'TRAN<<<<'],
  ['NGUYEN', 'VAN A', 13, 'NGUYEN<<VAN<A'],
  ['NGUYEN', 'VANANH', 12, 'NGUYEN<<VANA'],
  // A filler would come last: the component before it gives up a letter.
  ['NGUYEN', 'VAN ANH', 12, 'NGUYEN<<VA<A'],
  ['NGUYEN', 'V ANH', 10, 'NGUYE<<V<A'],
  // A surname that fills the field leaves room for one letter of the given names.
  ['NGUYENHOANGLONG', 'VAN', 10, 'NGUYENH<<V'],
  ['NGUYENHOANGLONG', '', 10, 'NGUYENHOAN'],
  ['A', 'B C D E F', 6, 'A<<B<C'],
  ['A B', 'C D E F', 7, 'A<B<<C<'],
])('%s, %s in %i', (surname, givenNames, width, printed) => {
  expect(printName(surname, givenNames, width)).toBe(printed);
});
