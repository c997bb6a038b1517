import { lazy, Suspense } from 'react';
import type { Item } from '#shared/items/schema.ts';
import type { Position } from '#shared/places/schema.ts';
import { Loading } from '../ui/skeleton.tsx';

const ItemHours = lazy(() => import('../features/places/item-hours.tsx'));
const ItemDistance = lazy(() => import('./item-distance.tsx'));

/** What whoever wants to go there asks first: whether it is open, and how far it is. */
export function ItemVisit({ item: { id, fields } }: { item: Item }) {
  const position = fields.position as Position | undefined;
  return (
    <>
      {typeof fields.hours === 'string' && (
        <Suspense fallback={<Loading what="opening hours" />}>
          <ItemHours itemId={id} written={fields.hours} />
        </Suspense>
      )}
      {position && (
        <Suspense>
          <ItemDistance position={position} />
        </Suspense>
      )}
    </>
  );
}
