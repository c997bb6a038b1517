import { readSearch, searchAddress } from '../features/search/address.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

/** What was searched is nobody's first page: search engines have the things themselves. */
function SearchHead({ origin, search }: { origin: string; search: string }) {
  const asked = readSearch(search);
  return (
    <Head
      title={asked.q ? `Search: ${asked.q}` : 'Search'}
      description="Search by words, or ask in plain ones: a question becomes a search whose every part can be seen and taken away."
      canonical={`${origin}${searchAddress(asked)}`}
      empty={Object.keys(asked).length > 0}
    />
  );
}

export const searchPages: Page[] = [
  {
    path: '/search',
    part: 'search',
    head: (_, { origin, search }) => <SearchHead origin={origin} search={search} />,
  },
];
