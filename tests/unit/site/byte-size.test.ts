import { expect, test } from 'vitest';
import { byteSize } from '#frontend/ui/byte-size.ts';

test.each([
  [0, '0 bytes'],
  [940, '940 bytes'],
  [996, '1 KB'],
  [1249, '1.2 KB'],
  [999_600, '1 MB'],
  [12_345_678, '12 MB'],
  [5_500_000_000, '5.5 GB'],
  [7e15, '7,000 TB'],
])('%d is %s', (bytes, text) => expect(byteSize(bytes)).toBe(text));
