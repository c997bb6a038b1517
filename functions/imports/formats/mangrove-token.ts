import { compactVerify, decodeProtectedHeader, exportSPKI, importJWK } from 'jose';
import { longestToken, type PublicKey, publicKey } from '#shared/imports/mangrove.ts';

/** What a token says, and the key that signed it; or why it is none that counts. */
export type Verified = { claims: Record<string, unknown>; key: string } | { refused: string };

const decoder = new TextDecoder('utf-8', { fatal: true });
const refused = (why: string): Verified => ({ refused: why });

/**
 * Verifies a token by the key in its own header: what it says was signed by whoever has that key, whose it is remains to be
 * shown. ES256 alone; keys are taken from nowhere else, no address in a header is visited.
 */
export async function verified(token: string): Promise<Verified> {
  if (token.length > longestToken) return refused(`Its token has more than ${longestToken} characters`);
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return refused('It is no token: three parts with points between them');
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return refused('The head of its token cannot be read');
  }
  if (header.alg !== 'ES256') return refused('Its token is not signed with ES256');
  const jwk = keyIn(header);
  if (!jwk) return refused('Its token names no key on the curve P-256');
  try {
    const key = (await importJWK({ ...jwk, ext: true }, 'ES256')) as CryptoKey;
    const named = pemBody(await exportSPKI(key));
    // Two keys in one head: each reader would take another one for the author.
    if (typeof header.kid !== 'string' || pemBody(header.kid) !== named)
      return refused('Its token names two different keys');
    const { payload } = await compactVerify(token, key, { algorithms: ['ES256'] });
    const claims: unknown = JSON.parse(decoder.decode(payload));
    if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return refused('It says nothing');
    return { claims: claims as Record<string, unknown>, key: named };
  } catch {
    return refused('Its signature is not by the key that it names: it is forged or damaged');
  }
}

/** The public key of a head, as text in it (the standard's way) or as an object (that of JSON Web Tokens). */
function keyIn({ jwk }: { jwk?: unknown }): PublicKey | undefined {
  const read = publicKey.safeParse(typeof jwk === 'string' ? parsed(jwk) : jwk);
  return read.success ? read.data : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What stands between the lines of a PEM, without breaks, of which some write none. */
const pemBody = (pem: string) => pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');
