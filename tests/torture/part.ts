import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Order, Said } from './messages.ts';

type Options = {
  file: URL;
  orders: object;
  env: Record<string, string | undefined>;
  /** Everything it prints. */
  log: string;
  onSaid: (said: Said) => void;
  /** Told when it ended and nobody killed it. */
  onLoss: () => void;
};

/** A process of the system under torture; it ends with us. */
export class Part {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #isKilled = false;

  constructor({ file, orders, env, log, onSaid, onLoss }: Options) {
    this.#child = fork(fileURLToPath(file), {
      execArgv: [],
      env: { ...env, TORTURE_ORDERS: JSON.stringify(orders) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output = createWriteStream(log, { flags: 'a' });
    this.#child.stdout?.pipe(output, { end: false });
    this.#child.stderr?.pipe(output, { end: false });
    this.#child.on('error', () => {});
    this.#child.on('exit', () => {
      output.end();
      if (!this.#isKilled) onLoss();
    });
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (said: Said) => {
        if (said.is === 'ready') resolve();
        onSaid(said);
      });
      this.#child.on('exit', () => resolve());
    });
  }

  /** Resolves when it serves, or has ended. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  tell(order: Order): void {
    this.#child.send(order);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.#isKilled = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
