import * as z from 'zod/mini';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 12;

/** Base-62 text of fixed length from random or hashed bytes (at least 12; 71 bits are used). */
export function idFromBytes(bytes: Uint8Array): string {
  let id = '';
  // 248 = 4 × 62: bytes above would favour the first letters, so the low bits of such bytes wrap evenly enough
  // for identity (not secrecy); ids are names, never capabilities.
  for (let i = 0; i < length; i++) id += alphabet[(bytes[i] ?? 0) % 62];
  return id;
}

/** A new random id: 12 characters of base 62. */
export function newId(): string {
  return idFromBytes(crypto.getRandomValues(new Uint8Array(length)));
}

/** An id as it stands in paths and keys. */
export const id = z.string().check(z.regex(/^[0-9A-Za-z]{12}$/, 'not an id'));
