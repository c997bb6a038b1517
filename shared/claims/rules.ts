/** Owners that one item has at most. */
export const ownersAtMost = 10;
/** The latest claims that ended, as an item’s page of claims shows them. */
export const pastShown = 20;
/** For so many days a proof may be missing before the claim ends: hosts are down at times. */
export const missingDays = 3;

const numeric = /^\[|^[\d.]+$/;
/** Names that lead nowhere, or inward: RFC 2606, 6761, 6762, 7686, 8375, and what private networks use. */
const inward =
  /(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|test|example|invalid|onion|arpa)$/;

/**
 * The host of a web address at which somebody may prove that it is theirs: a public name, in lower case, without port.
 * Undefined for numbers, for names of one label, and for those that lead inward. It says nothing of what the name resolves to.
 */
export function provableHost(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (numeric.test(host) || inward.test(host)) return undefined;
  if (host.length > 230 || !/^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host))
    return undefined;
  return host;
}

/** The name of the TXT record that proves a claim: below the host, without its `www.`. */
export function proofRecord(host: string): string {
  return `_commonplace.${host.replace(/^www\.(?=[^.]+\.)/, '')}`;
}

/** Where the file lies that proves a claim: at one place of the host alone, which its visitors cannot write to. */
export const proofPath = '/.well-known/commonplace.txt';
export const proofFile = (host: string): string => `https://${host}${proofPath}`;

/** What record or file say, on a line of their own. */
export const proofText = (token: string): string => `commonplace-claim=${token}`;

/** Whether a claim is proven by what was found: one of the lines is the claim’s and nothing else. */
export function isProof(lines: readonly string[], token: string): boolean {
  return lines.some((line) => line.trim() === proofText(token));
}

/** Whether a proof that is missing since a moment (ISO 8601) has been so for too long. */
export function isGone(missing: string, now: Date): boolean {
  return now.getTime() - Date.parse(missing) >= missingDays * 86_400_000;
}
