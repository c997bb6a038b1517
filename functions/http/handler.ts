import type { OperationName, Operations } from '#shared/capabilities.ts';
import type { InputOf, OutputOf } from '#shared/operation.ts';

/** The signed-in person behind a request. `sub` never leaves the functions. */
export type Caller = { sub: string; personId: string; accessToken: string };

/** What a request brings besides its input. */
export type Context = { now: Date; requestId: string; caller: Caller | undefined };
/** The same for operations that only signed-in people may call. */
export type PersonContext = Context & { caller: Caller };

/** JSON already written, sent as it is. */
export class WrittenJson<T> {
  declare readonly shape: T;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type ContextOf<N extends OperationName> = Operations[N]['auth'] extends 'person' ? PersonContext : Context;

/** One operation's function: load, decide by the shared rules, store. */
export type Handler<N extends OperationName> = (
  input: InputOf<Operations[N]>,
  context: ContextOf<N>,
) => Promise<OutputOf<Operations[N]> | WrittenJson<OutputOf<Operations[N]>>>;

/** Every operation that a caller of this kind may reach; leaving one out does not compile. */
export type Handlers<Auth extends 'public' | 'person'> = {
  [N in OperationName as Operations[N]['auth'] extends Auth ? N : never]: Handler<N>;
};
