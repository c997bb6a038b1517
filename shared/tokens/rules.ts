import type { Operation } from '../operation.ts';
import type { Scope } from './schema.ts';

/** How many tokens a person may have at a time. */
export const tokensAtMost = 20;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretBytes = 32;
/** As many letters of base 62 as 32 bytes may need. */
const secretLength = 43;
const form = new RegExp(`^cp_([0-9A-Za-z]{12})_([0-9A-Za-z]{${secretLength}})$`);

/** How a token begins, up to its secret: a form of its own, so that whoever looks for leaked secrets finds it. */
export const tokenStart = (id: string) => `cp_${id}_`;

/** A new secret: 32 random bytes in base 62. */
export function newSecret(): string {
  let rest = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(secretBytes))) rest = rest * 256n + BigInt(byte);
  let secret = '';
  for (; secret.length < secretLength; rest /= 62n) secret = alphabet[Number(rest % 62n)] + secret;
  return secret;
}

/** The parts of a token as it is sent; undefined where a text cannot be one. */
export function readToken(text: string): { id: string; secret: string } | undefined {
  const [, id, secret] = form.exec(text) ?? [];
  return id && secret ? { id, secret } : undefined;
}

/** Whether a token of these scopes may do what asks for one: `save` includes `read`. */
export function allows(scopes: readonly Scope[], wanted: Scope): boolean {
  return scopes.includes(wanted) || (wanted === 'read' && scopes.includes('save'));
}

/** Everything that goes by a token lies here, whichever operation it is. */
export const tokenRoot = '/api/token/';

/** An address of the contract. `byToken`: whoever calls there shows an API token, and no session is looked at. */
export type Route = { operation: Operation; path: string; byToken: boolean };

/** Every address of these operations: their own, and a second one for those that an API token may call. */
export function routesOf(operations: readonly Operation[]): Route[] {
  return operations.flatMap((operation) => {
    const { path, scope } = operation;
    const own = { operation, path, byToken: false };
    return scope ? [own, { operation, path: path.replace('/api/', tokenRoot), byToken: true }] : [own];
  });
}
