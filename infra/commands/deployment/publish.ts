import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { siteDirectory } from '#infra/build/site.ts';
import type { SiteConfig } from '#infra/local/site.ts';
import type { Deployed } from './outputs.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** A client of the bucket; an emulator has no names under which each bucket is a host. */
export const s3 = (region: string) => new S3Client({ region, forcePathStyle: Boolean(process.env.AWS_ENDPOINT_URL) });

/**
 * Puts the built site and its configuration into the bucket: what is named by its content first and the page
 * last, so that no visitor meets a page without its parts. Parts of earlier builds stay for pages still open.
 */
export async function publishSite(region: string, deployed: Deployed, emulator: string | undefined): Promise<number> {
  const client = s3(region);
  const put = (key: string, body: string | Buffer, forEver: boolean) =>
    client.send(
      new PutObjectCommand({
        Bucket: deployed.bucketName,
        Key: key,
        Body: body,
        ContentType: types[extname(key)] ?? 'application/octet-stream',
        CacheControl: forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    );
  const files = readdirSync(siteDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(siteDirectory.length + 1)
        .split(sep)
        .join('/'),
    );
  const isAsset = (key: string) => key.startsWith('assets/');
  const rest = files.filter((key) => !isAsset(key) && key !== 'index.html');
  for (const keys of [files.filter(isAsset), rest]) {
    await Promise.all(keys.map((key) => put(key, readFileSync(join(siteDirectory, key)), isAsset(key))));
  }
  const config: SiteConfig = {
    region,
    userPoolId: deployed.userPoolId,
    userPoolClientId: deployed.userPoolClientId,
    cognitoEndpoint: emulator ?? `https://cognito-idp.${region}.amazonaws.com`,
  };
  await put('config.json', JSON.stringify(config), false);
  await put('index.html', readFileSync(join(siteDirectory, 'index.html')), false);
  await new CloudFrontClient({ region }).send(
    new CreateInvalidationCommand({
      DistributionId: deployed.distributionId,
      InvalidationBatch: {
        CallerReference: `site-${Date.now()}`,
        Paths: { Quantity: 1, Items: ['/*'] },
      },
    }),
  );
  return files.length + 1;
}
