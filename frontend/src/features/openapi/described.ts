import type { ApiDocument, ApiOperation } from '#shared/openapi/schema.ts';

/** An operation at its own address, and at the one for API tokens where it has one. */
export type Described = {
  method: string;
  path: string;
  operation: ApiOperation;
  byToken: { path: string; scope: string } | undefined;
};

/** The operations of a document by capability, in its order. */
export function byCapability({ tags, paths }: ApiDocument): { name: string; operations: Described[] }[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const scopeOf = ({ security }: ApiOperation) => security.find((one) => one.apiToken)?.apiToken?.[0];
  const own = all.filter(({ operation }) => scopeOf(operation) === undefined);
  const withToken = own.map((one): Described => {
    const other = all.find(({ operation }) => operation.operationId === `${one.operation.operationId}ByToken`);
    const scope = other && scopeOf(other.operation);
    return { ...one, byToken: scope ? { path: other.path, scope } : undefined };
  });
  return tags.map(({ name }) => ({
    name,
    operations: withToken.filter(({ operation }) => operation.tags.includes(name)),
  }));
}

export type Caller = 'anyone' | 'person' | 'token';
/** Whether somebody may call it. */
export function isFor({ operation, byToken }: Described, caller: Caller): boolean {
  if (caller === 'token') return byToken !== undefined || operation.security.length === 0;
  return caller === 'anyone' ? operation.security.length === 0 : operation.security.some((one) => one.session);
}

/** Whether every word that is looked for stands somewhere in what is said of it. */
export function matches({ method, path, operation }: Described, search: string): boolean {
  const { operationId, summary, tags } = operation;
  const codes = Object.values(operation['x-problem-codes']).flat();
  const text = [method, path, operationId, summary, ...tags, ...codes].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
