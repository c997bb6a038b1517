import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { AppError } from '#shared/app-error.ts';
import { securityHeaders } from '#shared/http/security-headers.ts';
import type { Tiles } from '#shared/places/tiles.ts';

/** Answers a request for a file of the site; false where there is none of this name. Throws the problem to answer. */
export type Site = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What the browser learns at run time; in the cloud the web stack writes the same file. */
export type SiteConfig = {
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  cognitoEndpoint: string;
  tiles?: Tiles;
};

/** The files of the built site, hashed ones for ever. */
export function builtSite(directory: string, config: SiteConfig): Site {
  const headers = securityHeaders(config.cognitoEndpoint);
  const serve = sirv(copyOf(directory), {
    etag: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path) => {
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return withConfig(config, serve)(request, response);
  };
}

/** A copy for as long as we run: a build meanwhile takes nothing away from under visitors. */
function copyOf(directory: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'commonplace-site-'));
  cpSync(directory, copy, { recursive: true });
  // As the edge does: on a slow line the site comes in a third of the time.
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    const path = join(copy, file);
    if (/\.(js|css|svg)$/.test(file)) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  }
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves `/config.json`, and everything else from `serve`. */
export function withConfig(config: SiteConfig, serve: Middleware): Site {
  const text = JSON.stringify(config);
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new AppError('method_not_allowed');
    if (/^\/config\.json(\?|$)/.test(request.url ?? '')) {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : text);
      return true;
    }
    return new Promise((resolve) => {
      response.once('close', () => resolve(true));
      serve(request, response, () => resolve(false));
    });
  };
}
