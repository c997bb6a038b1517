import type { Aspect, Kind } from './kind.ts';

type OfKind = Pick<Kind, 'aspects' | 'aspectsBy'>;

/** The aspects that an item is rated by: its kind’s, or those of its category where that has some of its own. */
export function aspectsOf({ aspects, aspectsBy }: OfKind, fields: Record<string, unknown>): readonly Aspect[] {
  const value = aspectsBy && fields[aspectsBy.field];
  return (typeof value === 'string' && Object.hasOwn(aspectsBy?.of ?? {}, value) && aspectsBy?.of[value]) || aspects;
}

/** Every aspect that any item of a kind may be rated by, each key once. */
export function allAspectsOf({ aspects, aspectsBy }: OfKind): Aspect[] {
  const all = [...aspects, ...Object.values(aspectsBy?.of ?? {}).flat()];
  return [...new Map(all.toReversed().map((aspect) => [aspect.key, aspect])).values()].toReversed();
}
