/** From how many words on texts are compared: shorter ones are alike by chance. */
export const leastWords = 12;
/** The same between two texts of one person, who may say the same of several things in passing. */
export const leastOwnWords = 25;
/** How alike two texts are from which on the later is a copy: the pieces of four letters they share by all of them, 0 to 1. */
export const copiedFrom = 0.7;

/** How many places of a list each text gets, and by how many least values each. Measured in decision 037. */
const bandsEach = 6;
const valuesEach = 5;

/** The words of a text in small letters, without marks; of scripts that put no spaces, each letter. */
export function plainWords(text: string): string[] {
  const words = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
  return text.normalize('NFKC').toLowerCase().match(words) ?? [];
}

/** FNV-1a of a text, 32 bits, unsigned. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Another order of 32-bit numbers for each seed (murmur3’s last step). */
function mixed(hash: number, seed: number): number {
  let value = hash ^ Math.imul(seed + 1, 0x9e3779b9);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Where a text is looked for among others: two that are alike have one of these in common, nearly always; others hardly
 * ever. Least values of the hashes of its words, five a band (MinHash, Broder 1997; banding, Indyk and Motwani 1998).
 * None of a text that is too short.
 */
export function bandsOf(text: string): string[] {
  const words = plainWords(text);
  if (words.length < leastWords) return [];
  const hashes = [...new Set(words)].map(hashOf);
  return Array.from({ length: bandsEach }, (_, band) => {
    const least = Array.from({ length: valuesEach }, (_, at) => {
      const seed = band * valuesEach + at;
      return hashes.reduce((low, hash) => Math.min(low, mixed(hash, seed)), 0xffffffff).toString(36);
    });
    return `${band}${hashOf(least.join(' ')).toString(36)}`;
  });
}
