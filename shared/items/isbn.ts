/** Reads an ISBN in any usual writing and gives its 13 digits, or undefined if it is none. Source: ISO 2108. */
export function isbn13(input: string): string | undefined {
  const digits = input
    .replace(/^(urn:)?isbn(-1[03])?:?/i, '')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return valid10(digits) ? with13(`978${digits.slice(0, 9)}`) : undefined;
  if (/^97[89]\d{10}$/.test(digits)) return with13(digits.slice(0, 12)) === digits ? digits : undefined;
  return undefined;
}

function valid10(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += (digits[i] === 'X' ? 10 : Number(digits[i])) * (10 - i);
  return sum % 11 === 0;
}

function with13(twelve: string): string {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(twelve[i]) * (i % 2 === 0 ? 1 : 3);
  return twelve + ((10 - (sum % 10)) % 10);
}
