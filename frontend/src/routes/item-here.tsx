import { readingsOf } from 'virtual:readings';
import type { Counts, Item } from '#shared/items/schema.ts';
import { VisitButton } from '../features/saves/visit-button.tsx';

/** “I was here”, for kinds of which people say that. */
export function ItemHere({ item, counts }: { item: Item; counts: Counts }) {
  const here = readingsOf[item.kind]?.here;
  return here ? <VisitButton item={item} counts={counts} press={here.press} /> : null;
}
