import { createHmac, hash } from 'node:crypto';
import { environment } from './environment.ts';

type Request = {
  /** As IAM calls it: `s3`, `es`, `aoss`. */
  service: string;
  method: string;
  url: URL;
  body?: Uint8Array | string;
  headers?: Record<string, string>;
};

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
/** As the signature wants paths and names: all but letters, digits and four signs by their bytes. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * A request's headers with AWS Signature Version 4, by the credentials in the environment, as every function has them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signedHeaders({ service, method, url, body = '', headers = {} }: Request, now = new Date()) {
  const { AWS_ACCESS_KEY_ID: id = '', AWS_SECRET_ACCESS_KEY: secret = '', AWS_SESSION_TOKEN: token } = process.env;
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${environment.region}/${service}/aws4_request`;
  const digest = hash('sha256', body);
  const signed: Record<string, string> = {
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    host: url.host,
    'x-amz-content-sha256': digest,
    'x-amz-date': time,
    ...(token ? { 'x-amz-security-token': token } : {}),
  };
  const names = Object.keys(signed).sort();
  const query = [...url.searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  // S3 takes a path as it is sent; the others escape it once more.
  const path = service === 's3' ? url.pathname : url.pathname.split('/').map(escaped).join('/');
  const canonical = [
    method,
    path,
    query,
    ...names.map((name) => `${name}:${signed[name]?.trim()}`),
    '',
    names.join(';'),
    digest,
  ].join('\n');
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash('sha256', canonical)}`;
  const key = scope.split('/').reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`);
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const { host: _, ...sent } = signed;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}

/** Sends a signed request; what is not answered within `milliseconds` fails. */
export async function signedFetch(request: Request & { milliseconds: number }): Promise<Response> {
  const { method, url, body, milliseconds } = request;
  return fetch(url, {
    method,
    headers: signedHeaders(request),
    ...(body === undefined ? {} : { body: body as BodyInit }),
    redirect: 'error',
    signal: AbortSignal.timeout(milliseconds),
  });
}
