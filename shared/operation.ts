import type * as z from 'zod/mini';
import type { ErrorCode } from './app-error.ts';
import type { LimitName } from './limits/rules.ts';
import type { Scope } from './tokens/schema.ts';

type Schema = z.ZodMiniType;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call: anyone, a signed-in person by their access token, or a browser by the cookie that its session is kept
 * in (only its own operations, see sessions/operations.ts), or whoever has the secret link that leads here.
 */
export type Auth = 'public' | 'person' | 'cookie' | 'secret';

/** How long an edge may keep a public answer. `none`: never stored. */
export type Freshness = 'none' | 'listing' | 'page' | 'fixed';

/**
 * One operation of the contract. From it come the gateway routes, the handler's
 * validation and types, the typed client and the authorization tests.
 *
 * `path` is an API Gateway template (`/api/items/{itemId}`); path and query values
 * reach `params` and `query` as strings. `errors` are the codes beyond those that any
 * operation may answer (see http/errors.ts).
 */
export type Operation<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Output extends Schema = Schema,
> = {
  name: string;
  method: Method;
  path: string;
  auth: Auth;
  /** What an API token must be for to call this too, at an address of its own (tokens/rules.ts); for `person` only. */
  scope?: Scope;
  summary: string;
  freshness: Freshness;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Largest accepted body in bytes; 128 KiB unless told. */
  maxBody?: number;
  /** True for creations, which take an `Idempotency-Key` header. */
  idempotencyKey?: boolean;
  /** Also for people who are banned, who may else only read and take back (`GET` and `DELETE`). */
  evenBanned?: true;
  /** Which limits a write counts against; a person's and an address's unless told. */
  limits?: readonly LimitName[];
  output: Output;
  errors: readonly ErrorCode[];
};

type Out<S> = S extends Schema ? z.output<S> : undefined;
type In<S> = S extends Schema ? z.input<S> : undefined;

/** What a handler receives after validation. */
export type InputOf<O extends Operation> = {
  params: Out<O['params']>;
  query: Out<O['query']>;
  body: Out<O['body']>;
  idempotencyKey?: string;
};
/** What a client passes. */
export type RequestOf<O extends Operation> = {
  params: In<O['params']>;
  query: In<O['query']>;
  body: In<O['body']>;
};
export type OutputOf<O extends Operation> = z.output<O['output']>;

/** Declares an operation, keeping the literal types of its schemas. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}
