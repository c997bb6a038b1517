import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { siteDirectory } from '#infra/build/site.ts';
import type { SiteConfig } from '#infra/local/site.ts';
import type { Tiles } from '#shared/places/tiles.ts';
import type { Deployed } from './outputs.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** A client of the bucket; an emulator has no names under which each bucket is a host. */
export const s3 = (region: string) => new S3Client({ region, forcePathStyle: Boolean(process.env.AWS_ENDPOINT_URL) });

/** Puts what is named by its content into the bucket. Parts of earlier builds stay for pages still open. */
export async function publishAssets(region: string, bucketName: string): Promise<number> {
  return publish(region, bucketName, builtFiles().filter(isAsset));
}

/** Puts the built site's files and its configuration into the bucket, and has the edge ask for all of it afresh. */
export async function publishSite(
  region: string,
  deployed: Deployed,
  emulator: string | undefined,
  tiles: Tiles | undefined,
): Promise<number> {
  const { bucketName, userPoolId, userPoolClientId, distributionId } = deployed;
  const published = await publish(region, bucketName, builtFiles());
  const config: SiteConfig = {
    region,
    userPoolId,
    userPoolClientId,
    cognitoEndpoint: emulator ?? `https://cognito-idp.${region}.amazonaws.com`,
    ...(tiles ? { tiles } : {}),
  };
  await put(region, bucketName, 'config.json', JSON.stringify(config));
  await new CloudFrontClient({ region }).send(
    new CreateInvalidationCommand({
      DistributionId: distributionId,
      InvalidationBatch: {
        CallerReference: `site-${Date.now()}`,
        Paths: { Quantity: 1, Items: ['/*'] },
      },
    }),
  );
  return published + 1;
}

const isAsset = (key: string) => key.startsWith('assets/');

function builtFiles(): string[] {
  return readdirSync(siteDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(siteDirectory, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function publish(region: string, bucketName: string, keys: readonly string[]): Promise<number> {
  await Promise.all(keys.map((key) => put(region, bucketName, key, readFileSync(join(siteDirectory, key)))));
  return keys.length;
}

async function put(region: string, Bucket: string, Key: string, Body: string | Buffer): Promise<void> {
  const ContentType = types[extname(Key)] ?? 'application/octet-stream';
  const CacheControl = isAsset(Key) ? 'public, max-age=31536000, immutable' : 'no-cache';
  await s3(region).send(new PutObjectCommand({ Bucket, Key, Body, ContentType, CacheControl }));
}
