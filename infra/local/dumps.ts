import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/app-error.ts';
import { dumpCacheControl, dumpContentType, dumpsFolder } from '#shared/dumps/rules.ts';
import type { Site } from './site.ts';

/** What may be asked for: the index, or a file in a dump's folder. */
const file = /^\/(dumps\/(?:index\.json|\d{8}T\d{9}Z\/[A-Za-z]+(?:-\d+)?\.[a-z]+(?:\.gz)?))(?:\?|$)/;

/** Serves the dumps in `dumps/` of this folder, as the edge does from the bucket, and else the site. */
export function withDumps(root: string, site: Site): Site {
  return async (request, response) => {
    const { url = '', method } = request;
    if (!url.startsWith(`/${dumpsFolder}`)) return site(request, response);
    if (method !== 'GET' && method !== 'HEAD') throw new AppError('method_not_allowed');
    const key = file.exec(url)?.[1];
    const path = key && join(root, key);
    if (!path || !existsSync(path)) throw new AppError('route_not_found');
    response.writeHead(200, {
      'content-type': dumpContentType(key),
      'content-length': statSync(path).size,
      'cache-control': dumpCacheControl(key),
      'x-content-type-options': 'nosniff',
    });
    if (method === 'HEAD') response.end();
    // Whoever closes the page in the middle is no fault of ours.
    else await pipeline(createReadStream(path), response).catch(() => response.destroy());
    return true;
  };
}
