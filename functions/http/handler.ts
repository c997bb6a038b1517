import type { OperationName, Operations } from '#shared/capabilities.ts';
import type { Auth, InputOf, OutputOf } from '#shared/operation.ts';
import type { SessionCookie } from './session-cookie.ts';

/** The signed-in person behind a request. `sub` never leaves the functions. */
export type Caller = { sub: string; personId: string; accessToken: string };

/** What a request brings besides its input. */
export type Context = { now: Date; requestId: string; caller: Caller | undefined };
/** The same for operations that only signed-in people may call. */
export type PersonContext = Context & { caller: Caller };
/** The same for operations on the session that a browser keeps. */
export type CookieContext = Context & { cookie: SessionCookie };

/** JSON already written, sent as it is. */
export class WrittenJson<T> {
  declare readonly shape: T;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type ContextOf<N extends OperationName> = {
  public: Context;
  person: PersonContext;
  cookie: CookieContext;
  secret: Context;
}[Operations[N]['auth']];

/** One operation's function: load, decide by the shared rules, store. */
export type Handler<N extends OperationName> = (
  input: InputOf<Operations[N]>,
  context: ContextOf<N>,
) => Promise<OutputOf<Operations[N]> | WrittenJson<OutputOf<Operations[N]>>>;

/** Every operation that callers of these kinds may reach; leaving one out does not compile. */
export type Handlers<By extends Auth> = {
  [N in OperationName as Operations[N]['auth'] extends By ? N : never]: Handler<N>;
};
