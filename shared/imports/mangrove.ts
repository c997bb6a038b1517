import * as z from 'zod/mini';

// Mangrove Review Standard v0.2: a review is a JSON Web Token, signed with ES256 by whoever wrote it.

/** The longest token that is read: 500 characters of opinion, five pictures and two writings of a key fit many times. */
export const longestToken = 16_384;
export const longestOpinion = 500;
/** The longest address that is a subject, and the longest name of a place in one. */
export const longestSubject = 100;
/** Clocks differ. */
const secondsAhead = 300;
/** For how long what shows that a key is one’s own does so. */
const proofSeconds = 3600;

/** The part of a public key on P-256 that counts, as a JSON Web Key. */
export const publicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[\w-]{43}$/)),
  y: z.string().check(z.regex(/^[\w-]{43}$/)),
});
export type PublicKey = z.infer<typeof publicKey>;

/** What a review says. Both rating and opinion may be there, and one of them has to be. */
export const mangroveClaims = z
  .object({
    iat: z.int().check(z.gte(0)),
    sub: z.string().check(z.minLength(1), z.maxLength(2000)),
    rating: z.optional(z.int('is not a whole number').check(z.gte(1, 'is below 1'), z.lte(100, 'is above 100'))),
    opinion: z.optional(z.string().check(z.maxLength(longestOpinion, `has more than ${longestOpinion} characters`))),
  })
  .check(
    z.refine(
      ({ rating, opinion }) => rating !== undefined || Boolean(opinion?.trim()),
      'has neither rating nor opinion',
    ),
  );
export type MangroveClaims = z.infer<typeof mangroveClaims>;

/** Whether a review was signed at a moment that was by `now`. */
export const isDated = ({ iat }: Pick<MangroveClaims, 'iat'>, now: Date): boolean =>
  iat <= now.getTime() / 1000 + secondsAhead;

/** Half stars from a rating of 1 to 100, and back: 20 are a star. Every half star comes back as it was. */
export const starsOfRating = (rating: number): number => Math.max(0.5, Math.round(rating / 10) / 2);
export const ratingOfStars = (stars: number): number => Math.round(stars * 20);

/** A text as an opinion: the beginning, where it is longer than one may be. */
export function opinionOf(text: string): string {
  if (text.length <= longestOpinion) return text;
  return `${text
    .slice(0, longestOpinion - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

/** Whose a key is: a handle, and the site where it is theirs, by what its user pool calls it. On another it may be anybody's. */
export type KeyOwner = { handle: string; site: string };
/** The token by which somebody shows that a key is theirs: signed by it, for an hour, for nothing else. */
export const proofClaims = ({ handle, site }: KeyOwner, now: Date) => ({
  iat: Math.floor(now.getTime() / 1000),
  sub: `urn:commonplace:key-of:${site}:${handle.toLowerCase()}`,
});
/** Whether claims are such a proof of this person, now. */
export function isProofOf(claims: { iat?: unknown; sub?: unknown }, owner: KeyOwner, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return (
    claims.sub === proofClaims(owner, now).sub &&
    typeof claims.iat === 'number' &&
    claims.iat <= seconds + secondsAhead &&
    claims.iat >= seconds - proofSeconds
  );
}

/** What a file of ours says it is: tokens, and the proof whose they are. */
export const mangroveFormat = 'mangrove';
