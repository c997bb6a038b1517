import * as z from 'zod/mini';

/** Rounded to so many decimals; zero has no sign. */
export const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;

/** Degrees to seven decimals, about a centimetre; no store keeps 1e-200. */
const degrees = (most: number) =>
  z.pipe(
    z.number().check(z.gte(-most), z.lte(most)),
    z.transform((value: number) => rounded(value, 7)),
  );

/** A point on the earth, in degrees. */
export const position = z.strictObject({ latitude: degrees(90), longitude: degrees(180) });
