import { readingsOf } from 'virtual:readings';
import { lazy, Suspense } from 'react';
import { learnSave, useMySave } from '../features/saves/my-saves.ts';
import { Loading } from '../ui/skeleton.tsx';

const Readings = lazy(() => import('../features/years/item-readings.tsx'));

/** When I read or visited an item that I keep; nothing for kinds of which nobody counts that. */
export function ItemReadings({ itemId }: { itemId: string }) {
  const save = useMySave(itemId);
  const words = save && readingsOf[save.item.kind];
  if (!save || !words) return null;
  return (
    <Suspense fallback={<Loading what={words.many.toLowerCase()} />}>
      <Readings save={save} words={words} onChanged={(changed) => learnSave(itemId, changed, Date.now())} />
    </Suspense>
  );
}
