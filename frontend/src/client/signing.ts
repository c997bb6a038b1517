/** A key of one's own on the curve P-256: made and kept in this browser, or read from a file that was saved before. */
export type SigningKey = { privateKey: CryptoKey; publicKey: CryptoKey };

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** What the sites of Mangrove look for in a file with a key. */
const keyLabel = 'Mangrove private key';

export async function makeKey(): Promise<SigningKey> {
  return crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

/** The text of a file that holds a key, which `readKey` and the sites of Mangrove read. */
export async function keyText({ privateKey }: SigningKey): Promise<string> {
  const jwk = await crypto.subtle.exportKey('jwk', privateKey);
  return `${JSON.stringify({ ...jwk, metadata: keyLabel }, undefined, 2)}\n`;
}

/** Reads such a file. @throws where it holds no private key */
export async function readKey(text: string): Promise<SigningKey> {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as JsonWebKey;
    if (!d) throw new Error();
    const [privateKey, publicKey] = await Promise.all([
      crypto.subtle.importKey('jwk', { kty, crv, x, y, d } as JsonWebKey, curve, true, ['sign']),
      crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, curve, true, ['verify']),
    ]);
    return { privateKey, publicKey };
  } catch {
    throw new Error('There is no private key of Mangrove in this file.');
  }
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const base64url = (bytes: Uint8Array) => base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export type Signed = { jwt: string; kid: string; signature: string; payload: object };

/** Answers how to sign claims with a key, as JSON Web Tokens whose head names the key in both ways that Mangrove wants. */
export async function signer({ privateKey, publicKey }: SigningKey): Promise<(claims: object) => Promise<Signed>> {
  const [spki, { kty, crv, x, y }] = await Promise.all([
    crypto.subtle.exportKey('spki', publicKey),
    crypto.subtle.exportKey('jwk', publicKey),
  ]);
  const kid = `-----BEGIN PUBLIC KEY-----${base64(new Uint8Array(spki))}-----END PUBLIC KEY-----`;
  const jwk = JSON.stringify({ crv, ext: true, key_ops: ['verify'], kty, x, y });
  const encoder = new TextEncoder();
  const part = (value: object) => base64url(encoder.encode(JSON.stringify(value)));
  const head = part({ alg: 'ES256', typ: 'JWT', kid, jwk });
  return async (claims) => {
    const said = `${head}.${part(claims)}`;
    const bytes = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, encoder.encode(said));
    const signature = base64url(new Uint8Array(bytes));
    return { jwt: `${said}.${signature}`, kid, signature, payload: claims };
  };
}
