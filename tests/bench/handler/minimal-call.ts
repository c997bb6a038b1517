import { createHash, createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
let signing: { day: string; key: Buffer } | undefined;

function signingKey(day: string): Buffer {
  if (signing?.day !== day) {
    const key = ['us-east-1', 'dynamodb', 'aws4_request'].reduce<Buffer>(hmac, hmac('AWS4local', day));
    signing = { day, key };
  }
  return signing.key;
}

/** The least that a signed call of DynamoDB takes: Signature Version 4 over node:http, and JSON.parse. */
export function minimalCall(endpoint: URL, target: string, payload: string): Promise<unknown> {
  const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const name = `DynamoDB_20120810.${target}`;
  const signed = 'content-type;host;x-amz-date;x-amz-target';
  const type = 'application/x-amz-json-1.0';
  const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${endpoint.host}\nx-amz-date:${time}\nx-amz-target:${name}\n\n${signed}\n${sha256(payload)}`;
  const scope = `${day}/us-east-1/dynamodb/aws4_request`;
  const signature = hmac(signingKey(day), `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(payload),
    'x-amz-date': time,
    'x-amz-target': name,
    authorization: `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
  };
  return new Promise((resolve, reject) => {
    const call = request(
      { agent, method: 'POST', hostname: endpoint.hostname, port: endpoint.port, path: '/', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${response.statusCode}: ${text}`));
        });
      },
    );
    call.on('error', reject);
    call.end(payload);
  });
}
