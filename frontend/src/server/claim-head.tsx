import { useItem } from '../features/items/queries.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

export const claimPages: Page[] = [
  {
    path: '/i/:itemId/claim',
    part: 'claiming',
    head: ({ itemId = '' }, { origin }) => <ClaimHead origin={origin} itemId={itemId} />,
  },
];

function ClaimHead({ origin, itemId }: { origin: string; itemId: string }) {
  const title = useItem(itemId).data?.item.title;
  if (title === undefined) return null;
  return (
    <Head
      title={`Who owns ${title}`}
      description={`Who showed that ${title} is theirs, and how.`}
      canonical={`${origin}/i/${itemId}/claim`}
      empty
    />
  );
}
