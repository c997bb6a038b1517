import type { DumpIndex } from '#shared/dumps/schema.ts';
import { useLoad } from '../../client/loads.ts';
import { NetworkError } from '../../client/problem.ts';
import { problemOf } from '../../client/problem-of.ts';

export type Dump = DumpIndex['dumps'][number];

const unreadable = () => {
  throw new NetworkError();
};

/** The dumps kept, newest first. Their index is a file beside the site: before the first dump there is none. */
async function loadDumps(): Promise<Dump[]> {
  const response = await fetch('/dumps/index.json', { cache: 'no-cache' }).catch(unreadable);
  if (response.status === 404) {
    // A body that nobody reads keeps its request open.
    await response.body?.cancel();
    return [];
  }
  if (!response.ok) throw await problemOf(response);
  const { dumps }: DumpIndex = await response.json().catch(unreadable);
  return dumps.filter(({ expires }) => Date.parse(expires) > Date.now());
}

export const useDumps = () => useLoad('dumps', loadDumps);
