/** A valid ISBN-13 by number. */
export function isbn(number: number): string {
  const twelve = `978${String(number).padStart(9, '0')}`;
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
