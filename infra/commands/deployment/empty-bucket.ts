import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { s3 } from './publish.ts';

/** Removes every file of a bucket; only an empty one can be removed itself. */
export async function emptyBucket(region: string, Bucket: string): Promise<void> {
  const client = s3(region);
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    if (Contents.length === 0) return;
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: Contents.map(({ Key }) => ({ Key })) } }));
  }
}
