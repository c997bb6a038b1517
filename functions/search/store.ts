import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from '#functions/runtime/environment.ts';
import { signedFetch } from '#functions/runtime/signed-request.ts';

/** Where what was gathered lies: files by name. */
export type Store = {
  /** A file; undefined where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, content: Uint8Array): Promise<void>;
};

/** Under which prefix of the bucket it lies: the edge may not read there. */
export const searchFolder = 'search/';

/** This site's; undefined where none is set up. */
export function searchStore(): Store | undefined {
  const { searchDirectory, searchBucket } = environment;
  if (searchDirectory) return folderStore(searchDirectory);
  return searchBucket ? bucketStore(searchBucket) : undefined;
}

function folderStore(folder: string): Store {
  return {
    async get(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async put(name, content) {
      await mkdir(folder, { recursive: true });
      // Whoever reads meanwhile gets the earlier file whole.
      await writeFile(join(folder, `${name}.new`), content);
      await rename(join(folder, `${name}.new`), join(folder, name));
    },
  };
}

/** Two requests do not need the SDK's client, which would weigh on every cold start of `read`. */
function bucketStore(bucket: string): Store {
  const { storageEndpoint, region } = environment;
  const urlOf = (name: string) =>
    new URL(
      storageEndpoint
        ? `${storageEndpoint}/${bucket}/${searchFolder}${name}`
        : `https://${bucket}.s3.${region}.amazonaws.com/${searchFolder}${name}`,
    );
  return {
    async get(name) {
      const answer = await signedFetch({ service: 's3', method: 'GET', url: urlOf(name), milliseconds: 8000 });
      // Whoever may not list a bucket is told 403 of what is not there.
      if (answer.status === 404 || answer.status === 403) return undefined;
      if (!answer.ok) throw new Error(`The bucket answers ${answer.status} for ${name}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async put(name, content) {
      const headers = { 'content-type': 'application/octet-stream' };
      const url = urlOf(name);
      const answer = await signedFetch({
        service: 's3',
        method: 'PUT',
        url,
        body: content,
        headers,
        milliseconds: 60_000,
      });
      if (!answer.ok) throw new Error(`The bucket answers ${answer.status} to ${name}`);
    },
  };
}
