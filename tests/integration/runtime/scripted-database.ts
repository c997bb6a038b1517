import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Asked = { headers: IncomingMessage['headers']; body: Record<string, unknown> };
/** What the database does with one request. */
export type Deed = (response: ServerResponse) => void;

export const answers =
  (status: number, body: unknown, headers: Record<string, string> = {}): Deed =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(JSON.stringify(body));
  };
export const refuses = (status: number, name: string, more: object = {}, headers: Record<string, string> = {}): Deed =>
  answers(status, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more }, headers);
export const hangsUp: Deed = (response) => response.destroy();
export const answersHalf: Deed = (response) => {
  response.writeHead(200, { 'content-length': '20' });
  response.write('{"Item":', () => response.destroy());
};

export type ScriptedDatabase = {
  endpoint: string;
  /** What was asked so far, in order. */
  asked: Asked[];
  /** What it does with the next requests; the last of it with all that follow. */
  script: (...deeds: Deed[]) => void;
  stop: () => Promise<void>;
};

/** A database that keeps what it is asked and does what it is told. */
export async function startScriptedDatabase(): Promise<ScriptedDatabase> {
  let deeds: Deed[] = [];
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ headers: request.headers, body: JSON.parse(body) as Record<string, unknown> });
      const [deed = hangsUp] = deeds.length > 1 ? deeds.splice(0, 1) : deeds;
      deed(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: (...next) => {
      asked.length = 0;
      deeds = next;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
