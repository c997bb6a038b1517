import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Call, keyOf } from './call.ts';

/** A database that knows only the calls it is given, in a process of its own, so that its time is not the function's. */
process.once('message', (calls: Call[]) => {
  const known = new Map(calls.map((call) => [keyOf(call), { ...call, bytes: Buffer.from(call.answer) }]));
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    void buffer(request).then((body) => {
      const asked = { target: String(request.headers['x-amz-target']), sent: body.toString() };
      const call = known.get(keyOf(asked));
      if (!call) process.stderr.write(`The stub does not know ${asked.target} ${asked.sent}\n`);
      response.writeHead(call?.status ?? 400, {
        'content-type': call?.type ?? 'text/plain',
        'content-length': call?.bytes.length ?? 0,
      });
      response.end(call?.bytes);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.once('disconnect', () => process.exit());
