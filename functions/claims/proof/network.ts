import { Resolver } from 'node:dns/promises';
import { request } from 'node:https';

/** What a host answers: its status, and the beginning of what it says. */
export type Answer = { status: number; text: string };

/** The way out to other people’s hosts: the only one there is, and tests have another. */
export type Network = {
  /** The TXT records of a name, each whole; none where there are none. @throws where the DNS does not answer */
  records(name: string): Promise<string[]>;
  /** All addresses of a host. @throws where the DNS does not answer */
  addresses(host: string): Promise<string[]>;
  /** What the host says at a path, asked at this very address, whatever its name leads to by then. @throws where it does not */
  get(host: string, address: string, path: string): Promise<Answer>;
};

/** How long a host may take, and how much it may say. */
export const patience = 5_000;
export const mostBytes = 64 * 1024;

const nothing = ['ENOTFOUND', 'ENODATA'];

async function found<T>(ask: Promise<T[]>): Promise<T[]> {
  try {
    return await ask;
  } catch (error) {
    if (nothing.includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

/** The DNS is asked itself: names of this machine (`/etc/hosts`) are nobody’s proof. */
const resolver = () => new Resolver({ timeout: patience / 2, tries: 2 });

/** The public network. */
export const publicNetwork: Network = {
  records: async (name) => {
    const records = await found(resolver().resolveTxt(name));
    return records.slice(0, 100).map((parts) => parts.join(''));
  },
  addresses: async (host) => {
    const dns = resolver();
    const [four, six] = await Promise.all([found(dns.resolve4(host)), found(dns.resolve6(host))]);
    return [...four, ...six];
  },
  get: (host, address, path) =>
    new Promise((resolve, reject) => {
      const asked = request({
        // The name is not looked up again: between two look-ups it could lead elsewhere.
        host: address,
        port: 443,
        path,
        method: 'GET',
        agent: false,
        servername: host,
        headers: { host, accept: 'text/plain', 'accept-encoding': 'identity', 'user-agent': 'commonplace-claim/1' },
        maxHeaderSize: 16 * 1024,
        signal: AbortSignal.timeout(patience),
      });
      asked.on('error', reject);
      asked.on('response', (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        const end = () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') });
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes > mostBytes) {
            asked.destroy();
            reject(new Error('too long'));
          } else parts.push(part);
        });
        answer.on('end', end);
        answer.on('error', reject);
      });
      asked.end();
    }),
};
