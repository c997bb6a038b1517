import type { Answer, Network } from '#functions/claims/proof/network.ts';

/** Hosts of others as tests have them: what the DNS says of a name, and what a host answers at a path. */
export function fakeNetwork() {
  const dns = new Map<string, string[]>();
  const files = new Map<string, Answer>();
  const addresses = new Map<string, string[]>();
  const asked: string[] = [];
  const network: Network = {
    records: (name) => {
      asked.push(`dns ${name}`);
      return Promise.resolve(dns.get(name) ?? []);
    },
    addresses: (host) => {
      asked.push(`addresses ${host}`);
      return Promise.resolve(addresses.get(host) ?? ['93.184.216.34']);
    },
    get: (host, address, path) => {
      asked.push(`get ${host} at ${address} ${path}`);
      return Promise.resolve(files.get(host) ?? { status: 404, text: '' });
    },
  };
  return { dns, files, addresses, asked, network };
}
