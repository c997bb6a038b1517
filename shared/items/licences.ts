import { licences } from '../text.ts';

/** What items may come under beside those that people choose from: the licence of the source that they were taken from. */
export const sourceLicences = ['ODbL-1.0'] as const;
/** SPDX identifiers that an item and its revisions may carry. */
export const itemLicences = [...licences, ...sourceLicences] as const;

/** Whom a source's licence wants named wherever something of it is shown, and where that is explained. */
const attributions: Partial<Record<string, { words: string; href: string }>> = {
  'ODbL-1.0': { words: '© OpenStreetMap contributors', href: 'https://www.openstreetmap.org/copyright' },
};
/** Undefined where the licence is a person's: then the handle is the credit. */
export const attributionOf = (licence: string) =>
  Object.hasOwn(attributions, licence) ? attributions[licence] : undefined;

/** The same in words, for copies of data: each row says it. */
export function attributed(licence: string): { attribution?: string } {
  const source = attributionOf(licence);
  return source ? { attribution: `${source.words}, ${source.href}` } : {};
}
