/**
 * What one thing is that a person can set: one state for sure, or several after a request that nobody answered. A
 * request that may still be at work keeps it waiting.
 */
export class Slot<T> {
  #states: readonly T[];
  #waiting = 0;

  constructor(state: T) {
    this.#states = [state];
  }

  /** The one state it has; undefined as long as it may have several. */
  get sure(): T | undefined {
    return this.isSure ? this.#states[0] : undefined;
  }

  get isSure(): boolean {
    return this.#states.length === 1 && !this.isWaiting;
  }

  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  get states(): readonly T[] {
    return this.#states;
  }

  /** A request was answered with success. */
  become(state: T): void {
    this.#states = [state];
  }

  /** A request was not answered, or with a fault: it may have been done, or be done until `over`. */
  maybe(state: T, over: Promise<void>): void {
    this.#states = [...this.#states, state];
    this.#waiting++;
    void over.then(() => {
      this.#waiting--;
    });
  }

  /** What was read decides which state it is, from now on; false where it can be none of them. */
  decide(isSeen: (state: T) => boolean): boolean {
    const found = this.#states.find(isSeen);
    if (found === undefined) return false;
    if (!this.isWaiting) this.#states = [found];
    return true;
  }
}
