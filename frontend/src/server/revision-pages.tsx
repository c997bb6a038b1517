import type { ReactNode } from 'react';
import { useItem } from '../features/items/queries.ts';
import { useAuthors, useComparison, useHistory, useRevision } from '../features/revisions/queries.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

type Shown = { title: string; description: string; address: string; feed?: string; empty?: boolean };

/** States and changes are nobody's first page: search engines have the item's own. */
function RevisionHead({ title, description, address, feed, empty = true }: Shown) {
  return <Head title={title} description={description} canonical={address} empty={empty} {...(feed ? { feed } : {})} />;
}

function HistoryHead({ itemId, address }: { itemId: string; address: string }) {
  const title = useHistory(itemId).data?.item.title;
  if (title === undefined) return null;
  const named = `History of ${title}`;
  return (
    <RevisionHead title={named} description={`Who changed ${title}, when and why.`} address={address} feed={named} />
  );
}

function OneHead({ itemId, n, address }: { itemId: string; n: string; address: string }) {
  const title = useRevision(itemId, Number(n)).data?.item.title;
  if (title === undefined) return null;
  return (
    <RevisionHead
      title={`Revision ${n} of ${title}`}
      description={`${title} as it was at revision ${n}.`}
      address={address}
    />
  );
}

function ChangesHead({ itemId, from, to, address }: { itemId: string; from: string; to: string; address: string }) {
  const title = useComparison(itemId, from, to).data?.item.title;
  if (title === undefined) return null;
  const named = `From revision ${from} to ${to} of ${title}`;
  return <RevisionHead title={named} description={`What changed in ${title}.`} address={address} />;
}

function AuthorsHead({ itemId, address }: { itemId: string; address: string }) {
  const title = useAuthors(itemId).data?.item.title;
  if (title === undefined) return null;
  return (
    <RevisionHead
      title={`Who wrote ${title}`}
      description={`Who wrote which line of ${title}.`}
      address={address}
      empty={false}
    />
  );
}

function LinksHead({ itemId, address }: { itemId: string; address: string }) {
  const title = useItem(itemId).data?.item.title;
  if (title === undefined) return null;
  return (
    <RevisionHead
      title={`What links to ${title}`}
      description={`Pages whose text links to ${title}.`}
      address={address}
    />
  );
}

const at = ({ origin, pathname }: URL) => origin + pathname;
const part = 'revisions';
const isNumber = (text: string) => /^[1-9]\d{0,6}$/.test(text);

/** The pages of an item's revisions. */
export const revisionPages: Page[] = [
  {
    path: '/i/:itemId/history',
    part,
    head: ({ itemId = '' }, address): ReactNode => <HistoryHead itemId={itemId} address={at(address)} />,
  },
  {
    path: '/i/:itemId/history/:n',
    part,
    head: ({ itemId = '', n = '' }, address): ReactNode =>
      isNumber(n) ? <OneHead itemId={itemId} n={n} address={at(address)} /> : null,
  },
  {
    path: '/i/:itemId/diff/:from/:to',
    part,
    head: ({ itemId = '', from = '', to = '' }, address): ReactNode =>
      isNumber(from) && isNumber(to) ? <ChangesHead itemId={itemId} from={from} to={to} address={at(address)} /> : null,
  },
  {
    path: '/i/:itemId/authors',
    part,
    head: ({ itemId = '' }, address): ReactNode => <AuthorsHead itemId={itemId} address={at(address)} />,
  },
  {
    path: '/i/:itemId/links',
    part,
    head: ({ itemId = '' }, address): ReactNode => <LinksHead itemId={itemId} address={at(address)} />,
  },
];
