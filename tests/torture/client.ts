import { Agent, request } from 'node:http';
import type { Tally } from './tally.ts';

export type Ask = { method: string; path: string; token?: string; body?: unknown; key?: string };
/** `maybe`: no answer, a fault or a refusal for now, so that nobody knows whether it was done. */
export type Outcome =
  | { is: 'done'; body: Record<string, unknown> }
  | { is: 'refused'; code: string }
  | { is: 'maybe'; why: string };

const patience = 60_000;

/** How one person's browser asks the gateway; every person has an address of their own where the system has such. */
export class Client {
  readonly #agent: Agent;
  readonly #answers: Tally;

  constructor(number: number, answers: Tally) {
    const localAddress = process.platform === 'linux' ? `127.1.${number >> 8}.${number & 255}` : undefined;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 4, localAddress });
    this.#answers = answers;
  }

  async ask(url: string, asked: Ask): Promise<Outcome> {
    const answer = await this.#send(url, asked);
    if (typeof answer === 'string') {
      this.#answers.add(answer);
      return { is: 'maybe', why: answer };
    }
    const { status, text } = answer;
    const body = JSON.parse(text) as Record<string, unknown>;
    const code = String(body.code ?? '');
    this.#answers.add(status === 200 ? '200' : `${status} ${code}`);
    if (status === 200) return { is: 'done', body };
    if (status >= 500 || status === 429) return { is: 'maybe', why: `${status} ${code}` };
    return { is: 'refused', code };
  }

  close(): void {
    this.#agent.destroy();
  }

  /** The answer, or why there was none. */
  #send(url: string, { method, path, token, body, key }: Ask): Promise<{ status: number; text: string } | string> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(text ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    };
    return new Promise((resolve) => {
      const sent = request(new URL(path, url), { method, headers, agent: this.#agent, timeout: patience }, (answer) => {
        answer.toArray().then(
          (chunks) => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks as Buffer[]).toString() }),
          () => resolve('no answer: cut off'),
        );
      });
      sent.on('timeout', () => sent.destroy(new Error('timeout')));
      sent.on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'ECONNREFUSED' ? 'no answer: nobody there' : 'no answer: cut off'),
      );
      sent.end(text);
    });
  }
}
