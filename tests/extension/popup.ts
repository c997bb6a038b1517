import type { CDPSession } from 'playwright-core';

type Answer = { result?: { result?: { value?: unknown }; exceptionDetails?: object; data?: string } };

/** The extension's popup, which is no page of Playwright's: asked by the browser's own protocol. */
export class Popup {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #targetId: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  static async attach(browser: CDPSession, targetId: string): Promise<Popup> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new Popup(browser, targetId, sessionId);
  }

  private constructor(browser: CDPSession, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      const answer = JSON.parse(message) as Answer & { id?: number };
      if (from === sessionId && answer.id) this.#waiting.get(answer.id)?.(answer);
    });
  }

  async #send(method: string, params: object): Promise<Answer> {
    const id = ++this.#last;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  /** What an expression is in the popup. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true, userGesture: true });
    if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails));
    return result?.result?.value as T;
  }

  /** Waits until an expression holds, and answers the popup's text. */
  async until(expression: string): Promise<string> {
    for (let tries = 0; tries < 200; tries++) {
      if (await this.evaluate<boolean>(`Boolean(${expression})`)) return this.text();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It never came to ${expression}: ${await this.text()}`);
  }

  /** Waits for words. */
  says = (words: string): Promise<string> => this.until(`document.body?.innerText.includes(${JSON.stringify(words)})`);
  text = (): Promise<string> => this.evaluate('document.body?.innerText ?? ""');
  value = (id: string): Promise<string> => this.evaluate(`document.getElementById('${id}').value`);

  async fill(id: string, text: string): Promise<void> {
    const filled = `{ const field = document.getElementById('${id}'); field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new Event('input', { bubbles: true })); }`;
    await this.evaluate(filled);
  }

  /** Presses the button or the box of that name. */
  async press(name: string): Promise<void> {
    const wanted = JSON.stringify(name);
    await this.evaluate(
      `[...document.querySelectorAll('button, label.check')].find((one) => one.innerText.trim() === ${wanted}).click()`,
    );
  }

  async screenshot(): Promise<Buffer> {
    const { result } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(result?.data ?? '', 'base64');
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined);
  }
}
