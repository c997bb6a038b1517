import { isProof, proofFile, proofPath, proofRecord } from '#shared/claims/rules.ts';
import type { ProofWay } from '#shared/claims/schema.ts';
import { type Network, publicNetwork } from './network.ts';
import { isPublicAddress } from './public-address.ts';

/** What was found of a proof. Of what a host answers nothing is told on: only whether the proof is in it. */
export type Look = { shown: true } | { shown: false; why: string };

let network: Network = publicNetwork;

/** Puts another network in the place of the public one, for tests; answers how to put it back. */
export function withNetwork(other: Network): () => void {
  network = other;
  return () => {
    network = publicNetwork;
  };
}

/** Looks for the proof of a claim at a host, in one of two ways. It never throws. */
export function lookFor(way: ProofWay, host: string, token: string): Promise<Look> {
  return way === 'dns' ? inRecords(host, token) : inFile(host, token);
}

const not = (why: string): Look => ({ shown: false, why });

async function inRecords(host: string, token: string): Promise<Look> {
  const name = proofRecord(host);
  try {
    const records = await network.records(name);
    if (isProof(records, token)) return { shown: true };
    return not(
      records.length === 0 ? `${name} has no TXT record yet` : `No TXT record of ${name} is the one of this claim`,
    );
  } catch {
    return not(`The DNS does not answer for ${name}`);
  }
}

/**
 * The file is asked for at an address that was looked at before, and by https alone: a name that leads to a machine of a
 * private network, or of the cloud itself, is never followed there, nor is an answer that points elsewhere.
 */
async function inFile(host: string, token: string): Promise<Look> {
  const file = proofFile(host);
  let addresses: string[];
  try {
    addresses = await network.addresses(host);
  } catch {
    return not(`The DNS does not answer for ${host}`);
  }
  const [address] = addresses;
  if (address === undefined) return not(`${host} has no address`);
  // Of a name that leads both out and in, none is followed.
  if (!addresses.every(isPublicAddress)) return not(`${host} is no host of the public network`);
  try {
    const { status, text } = await network.get(host, address, proofPath);
    if (status >= 300 && status < 400) return not(`${file} leads elsewhere, which is not followed`);
    if (status !== 200) return not(`${file} is not there (${status})`);
    return isProof(text.split('\n'), token) ? { shown: true } : not(`${file} does not have the line of this claim`);
  } catch {
    return not(`${file} does not answer by https, in time and shortly`);
  }
}
