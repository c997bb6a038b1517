import { comparePage, readComparison } from '#shared/comparisons/rules.ts';
import { useComparison } from '../features/comparisons/queries.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

export const comparePages: Page[] = [
  {
    path: '/compare',
    part: 'comparing',
    head: (_, { origin, search }) => <CompareHead origin={origin} items={readComparison(search)} />,
  },
];

/** A comparison is whatever somebody sets side by side: it is read, not found. */
function CompareHead({ origin, items }: { origin: string; items: readonly string[] }) {
  const found = useComparison(items, items.length > 1).data;
  const titles = found?.items.map(({ item }) => item.title) ?? [];
  const named = titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}` : undefined;
  return (
    <Head
      title={named ? `${named} compared` : 'Compare'}
      description="Two to four items side by side: how people judged them, what is known of them, what they share."
      canonical={`${origin}${comparePage(items)}`}
      empty={items.length > 0}
    />
  );
}
