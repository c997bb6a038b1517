import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

const digest = (secret: string) => createHash('sha256').update(secret).digest();

/** What is kept of a secret. It is 32 random bytes: nobody tries them all, so no slow hash is needed. */
export const hashOf = (secret: string): string => digest(secret).toString('base64url');

/** Whether this is the secret, in a time that tells nothing of how much of it is right. */
export function isSecret(secret: string, hash: string): boolean {
  const [given, kept] = [digest(secret), Buffer.from(hash, 'base64url')];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** A key that only the token's own secret leads to; its hash, which is kept, does not. */
const keyOf = (secret: string, id: string) => Buffer.from(hkdfSync('sha256', secret, id, 'token owner', 32));

/** Closes the owner's sub so that the token's secret alone opens it, and only on this token's row (AES-256-GCM). */
export function seal(sub: string, secret: string, id: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, id), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(id));
  const closed = Buffer.concat([cipher.update(sub, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString('base64url');
}

/** Opens what `seal` closed. @throws where it was not closed by this secret, for this token */
export function unseal(sealed: string, secret: string, id: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, id), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]).toString('utf8');
}
