import { createHash } from 'node:crypto';
import { idFromBytes } from '#shared/ids.ts';

const derive = (purpose: string, ...parts: string[]) =>
  idFromBytes(
    createHash('sha256')
      .update([purpose, ...parts].join('\n'))
      .digest(),
  );

/** A person's id: from the user pool's `sub`, so that no request needs to look it up. */
export const personIdOf = (sub: string) => derive('person', sub);

/** The id of a person's one review of an item. The sub is secret, so a review without author leads back to nobody. */
export const reviewIdOf = (sub: string, itemId: string) => derive('review', sub, itemId);

/** The id of a person's one claim to an item. */
export const claimIdOf = (personId: string, itemId: string) => derive('claim', personId, itemId);

/** The id under which a person keeps a private address that is no item: nobody else can compute it. */
export const privateIdOf = (sub: string, name: string) => derive('private', sub, name);

/** Tells saves apart in lists of everybody's, whose cursors must not name a person. */
export const saveIdOf = (personId: string, itemId: string) => derive('save', personId, itemId);

/** The id of what a person creates under an Idempotency-Key: the same key, the same id. */
export const createdIdOf = (sub: string, operation: string, key: string) => derive('created', sub, operation, key);

/** Tells the request that created something under a key from another one under the same key. */
export const digestOf = (request: unknown) =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16);
