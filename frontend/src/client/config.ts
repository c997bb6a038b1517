import { NetworkError } from './problem.ts';

/** What the browser learns of the site at run time. */
type Config = {
  region: string;
  userPoolClientId: string;
  cognitoEndpoint?: string;
  /** Where the pictures of maps come from, as a template with {z}, {x} and {y}, and whose they are; absent for none. */
  tiles?: { url: string; by: string; link?: string };
};
let config: Promise<Config> | undefined;

async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json').catch(() => undefined);
  const read = response?.ok ? ((await response.json().catch(() => undefined)) as Config | undefined) : undefined;
  if (!read) throw new NetworkError();
  return read;
}

/** It, read once; asked for again where it did not come. */
export async function siteConfig(): Promise<Config> {
  config ??= readConfig();
  return config.catch((error: unknown) => {
    config = undefined;
    throw error;
  });
}
