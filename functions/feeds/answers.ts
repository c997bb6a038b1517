import { AppError, type ErrorCode } from '#shared/app-error.ts';
import type { OperationName, Operations } from '#shared/capabilities.ts';
import { feedLength } from '#shared/feeds/rules.ts';
import type { OutputOf } from '#shared/operation.ts';
import type { Ask } from '#shared/pages/schema.ts';

type Request = Parameters<Ask>[1];
type Output<N extends OperationName> = OutputOf<Operations[N]>;
type Page = { entries: unknown[]; next: string | null };
/** The operations that answer a list page by page. */
type ListName = { [N in OperationName]: Output<N> extends Page ? N : never }[OperationName];

/**
 * What an operation answers anybody.
 * @throws what it refuses; an address that the contract does not take is one that there is not
 */
export async function answered<N extends OperationName>(ask: Ask, name: N, request: Request): Promise<Output<N>> {
  const { status, body } = await ask(name, request);
  if (status === 200) return body as Output<N>;
  throw new AppError(status === 400 || status === 422 ? 'route_not_found' : (body as { code: ErrorCode }).code);
}

/** As many entries of a list as a feed holds, by as many pages as that takes, or by these many at most. */
export async function entriesOf<N extends ListName>(
  ask: Ask,
  name: N,
  request: Request,
  pages = 5,
): Promise<Output<N>['entries']> {
  const entries: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages && entries.length < feedLength; page++) {
    const found: Page = await answered(ask, name, { ...request, query: { ...request.query, cursor } });
    entries.push(...found.entries);
    if (found.next === null) break;
    cursor = found.next;
  }
  return entries.slice(0, feedLength) as Output<N>['entries'];
}
