import { useEffect, useRef, useState } from 'react';
import { useSimilar } from '../features/comparisons/queries.ts';
import { SimilarItems } from '../features/comparisons/similar-items.tsx';
import { kindCards } from '../features/items/kinds/registry.ts';
import { Picture } from '../ui/picture.tsx';
import { Loading } from '../ui/skeleton.tsx';
import styles from './item.module.css';

/** What is like an item; asked for where somebody comes near it, and nothing where nothing is. */
export default function AlikeOfItem({ itemId }: { itemId: string }) {
  const part = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = part.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      {
        rootMargin: '400px',
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { data, error } = useSimilar(itemId, near);
  const isThere = error !== undefined || (data?.entries.length ?? 0) > 0;
  return (
    <div ref={part}>
      {isThere && (
        <section className={styles.part} aria-labelledby="similar">
          <h2 id="similar">Similar</h2>
          <Similar itemId={itemId} wanted beside={[itemId]} />
        </section>
      )}
      {near && !isThere && !data && <Loading what="what is like it" />}
    </div>
  );
}

/** Items like one, with their pictures. */
export function Similar(props: { itemId: string; wanted: boolean; beside: readonly string[] }) {
  return (
    <SimilarItems
      {...props}
      pictureOf={({ kind, picture }) => (
        <Picture src={picture} shape={kindCards[kind].picture} fallback={kindCards[kind].glyph} />
      )}
    />
  );
}
