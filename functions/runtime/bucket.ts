import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { environment } from './environment.ts';

/** A place for files by key. */
export type Bucket = {
  put(key: string, body: Uint8Array, as: { contentType: string; cacheControl: string }): Promise<void>;
  /** A file's text; undefined where there is none. */
  get(key: string): Promise<string | undefined>;
  /** The keys that begin so. */
  list(prefix: string): Promise<string[]>;
  remove(keys: readonly string[]): Promise<void>;
};

/** The bucket of this name in S3. Another endpoint has no names under which each bucket is a host. */
export function s3Bucket(Bucket: string): Bucket {
  const endpoint = environment.storageEndpoint;
  const client = new S3Client({
    region: environment.region,
    maxAttempts: 5,
    forcePathStyle: Boolean(endpoint ?? process.env.AWS_ENDPOINT_URL),
    ...(endpoint ? { endpoint } : {}),
  });
  return {
    async put(Key, Body, { contentType, cacheControl }) {
      await client.send(
        new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType, CacheControl: cacheControl }),
      );
    },
    async get(Key) {
      try {
        return await (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async list(Prefix) {
      const keys: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }));
        keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return keys;
    },
    async remove(keys) {
      for (let at = 0; at < keys.length; at += 1000) {
        const Objects = keys.slice(at, at + 1000).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors[0])
          throw new Error(`${Errors.length} files of ${Bucket} could not be removed: ${Errors[0].Message}`);
      }
    },
  };
}
