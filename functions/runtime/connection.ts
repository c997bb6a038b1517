import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { HeaderBag, HttpRequest, HttpResponse, RequestHandler } from '@smithy/types';

const keptAlive = { keepAlive: true, maxSockets: 50 };
const lost: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** Carries the SDK's requests over kept connections. Its own handler does more than JSON needs: bodies that stream, four timers. */
export class Connection implements RequestHandler<HttpRequest, HttpResponse> {
  readonly #httpAgent = new HttpAgent(keptAlive);
  readonly #httpsAgent = new HttpsAgent(keptAlive);
  readonly #patience: number;

  /** A request on which nothing comes for so many milliseconds, be it while connecting or later, has failed. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  handle({ protocol, hostname, port, method, path, headers, body }: HttpRequest): Promise<{ response: HttpResponse }> {
    const isHttp = protocol === 'http:';
    const request = isHttp ? requestHttp : requestHttps;
    const agent = isHttp ? this.#httpAgent : this.#httpsAgent;
    const host = hostname.replace(/^\[|\]$/g, '');
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        // The name by which the SDK knows what may be tried again.
        if (lost.includes(error.code)) error.name = 'TimeoutError';
        reject(error);
      };
      const call = request({ agent, host, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => {
          timer.refresh();
          chunks.push(chunk);
        });
        answer.on('error', fail);
        answer.on('end', () => {
          clearTimeout(timer);
          const { statusCode = 0, headers } = answer;
          const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
          resolve({ response: { statusCode, headers: headers as HeaderBag, body } });
        });
      });
      const timer = setTimeout(() => {
        call.destroy(Object.assign(new Error(`No answer within ${this.#patience} ms`), { code: 'ETIMEDOUT' }));
      }, this.#patience);
      call.on('error', fail);
      call.end(body);
    });
  }

  destroy(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }
}
