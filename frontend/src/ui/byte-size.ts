const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
const number = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** A file's size in thousands, two digits of it: `940 bytes`, `1.2 MB`. */
export function byteSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  // 999.6 KB would round to 1,000 of them.
  while (size >= 995 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? bytes : number.format(size)} ${units[unit]}`;
}
