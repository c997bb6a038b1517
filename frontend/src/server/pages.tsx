import type { ReactNode } from 'react';
import { parse } from 'regexparam';
import { matchRoute } from 'wouter';
import { type KindName, kindNames } from '#shared/items/kinds/registry.ts';
import { listAt, savesPages, tagsTogether } from '#shared/saves/addresses.ts';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import { changesPage, readChanges } from '#shared/watches/addresses.ts';
import { isTalk, orderIn } from '../features/discussions/addresses.ts';
import { readListing } from '../features/ranking/scope.ts';
import { isSaveList } from '../features/saves/list-title.ts';
import { readPopular } from '../features/saves/popular-address.ts';
import { yearAsked } from '../features/work/words.ts';
import { claimPages } from './claim-head.tsx';
import { comparePages } from './compare-head.tsx';
import { Head } from './head.tsx';
import { ItemHead } from './item-head.tsx';
import { ListHead } from './list-head.tsx';
import { ListingHead } from './listing-head.tsx';
import { mapPages } from './map-head.tsx';
import { moderationPages } from './moderation-head.tsx';
import { own } from './own-pages.ts';
import { PersonHead } from './person-head.tsx';
import { plainPage } from './plain-page.tsx';
import { proposalPages } from './proposal-pages.tsx';
import { questionPages } from './question-pages.tsx';
import { ReviewHead } from './review-head.tsx';
import { revisionPages } from './revision-pages.tsx';
import { PopularHead, SaversHead, SavesHead, TaggedHead } from './saves-head.tsx';
import { searchPages } from './search-head.tsx';
import { CommentHead, PersonCommentsHead, TalkHead } from './talk-head.tsx';
import { ItemWorkHead, OddsHead, PersonWorkHead, WorkHead } from './work-head.tsx';
import { YearHead } from './year-head.tsx';

export type Params = Record<string, string | undefined>;
/**
 * An address that anyone may read: the part of the site that its route is in, if it is not the first one, and its head.
 * `bare`: the rest is the browser's to fill.
 */
export type Page = {
  path: string | RegExp;
  part?: string;
  bare?: true;
  head: (params: Params, address: URL) => ReactNode;
};
/** What is rendered at an address. */
export type FoundPage = { part: string | undefined; bare: boolean; head: ReactNode };

const listing = ({ kind, tag }: Params, { origin, search }: URL): ReactNode => {
  if (kind !== undefined && !kindNames.includes(kind as KindName)) return null;
  return <ListingHead origin={origin} listing={readListing(search, { kind: kind as KindName | undefined, tag })} />;
};

const popular = ({ tag }: Params, { origin, search }: URL): ReactNode => (
  <PopularHead origin={origin} popular={readPopular(search, tag && normaliseTag(tag))} />
);

const talk = ({ what = '', target = '' }: Params, { origin, search }: URL): ReactNode =>
  isTalk(what) ? <TalkHead origin={origin} at={{ what, target }} order={orderIn(search)} /> : null;

/** Everything that anyone may read and link to. The rest of the site is its visitor's own. */
const pages: Page[] = [
  { path: '/', head: listing },
  { path: '/k/:kind', head: listing },
  { path: '/t/:tag', head: listing },
  { path: '/k/:kind/t/:tag', head: listing },
  plainPage('/tags', {
    part: 'reading',
    title: 'Tags',
    description: 'Headings people put over what they found, by how many items stand under each.',
  }),
  {
    path: '/lists',
    part: 'lists',
    head: (_, { origin, search }) => (
      <Head
        title="Lists"
        description="What people put together: some in one person’s order, some open to everybody and ranked by ballots."
        canonical={`${origin}/lists${new URLSearchParams(search).get('order') === 'voted' ? '?order=voted' : ''}`}
        feed="Lists"
      />
    ),
  },
  {
    path: '/l/:listId',
    part: 'lists',
    head: ({ listId = '' }, { origin }) => <ListHead origin={origin} listId={listId} />,
  },
  {
    path: '/i/:itemId',
    part: 'reading',
    head: ({ itemId = '' }, { origin, search }) => <ItemHead origin={origin} itemId={itemId} search={search} />,
  },
  {
    path: '/r/:reviewId',
    part: 'reading',
    head: ({ reviewId = '' }, { origin }) => <ReviewHead origin={origin} reviewId={reviewId} />,
  },
  {
    path: /^\/@(?<handle>[^/]+)\/?$/,
    part: 'reading',
    head: ({ handle = '' }, { origin }) => <PersonHead origin={origin} handle={handle} />,
  },
  {
    path: /^\/@(?<handle>[^/]+)\/year\/(?<year>[^/]+)\/?$/,
    part: 'years',
    head: ({ handle = '', year = '' }, { origin }) =>
      /^[12]\d{3}$/.test(year) ? <YearHead origin={origin} handle={handle} year={year} /> : null,
  },
  { path: '/work', part: 'work', head: (_, { origin }) => <WorkHead origin={origin} /> },
  { path: '/odds', part: 'work', head: (_, { origin }) => <OddsHead origin={origin} /> },
  {
    path: '/i/:itemId/work',
    part: 'work',
    head: ({ itemId = '' }, { origin }) => <ItemWorkHead origin={origin} itemId={itemId} />,
  },
  {
    path: /^\/@(?<handle>[^/]+)\/work\/?$/,
    part: 'work',
    head: ({ handle = '' }, { origin, search }) => (
      <PersonWorkHead origin={origin} handle={handle} year={yearAsked(search)} />
    ),
  },
  {
    path: '/i/:itemId/savers',
    part: 'saves',
    head: ({ itemId = '' }, { origin }) => <SaversHead origin={origin} itemId={itemId} />,
  },
  ...revisionPages,
  { path: '/popular', part: 'saves', head: popular },
  { path: '/popular/:tag', part: 'saves', head: popular },
  {
    path: '/changes',
    part: 'changes',
    head: (_, { origin, search }) => (
      <Head
        title="Recent changes"
        description="Every edit and every new item of the last 90 days, with who looked it over."
        canonical={`${origin}${changesPage(readChanges(search, kindNames))}`}
        feed="Recent changes"
      />
    ),
  },
  plainPage('/recent', {
    part: 'saves',
    title: 'Recent saves',
    description: 'What everybody saved in public within the last thirty days, newest first.',
    feed: true,
  }),
  {
    path: '/tag/:tags',
    part: 'saves',
    head: ({ tags: part = '' }, { origin }) => {
      const tags = tagsTogether(part);
      return tags.length > 0 && tags.every(isTag) ? <TaggedHead origin={origin} tags={tags} /> : null;
    },
  },
  ...proposalPages,
  ...searchPages,
  ...questionPages,
  plainPage('/together', {
    part: 'together',
    title: 'Working together',
    description:
      'Where people write and decide together: changes, proposals, trust, moderation, and who does the work.',
  }),
  plainPage('/tools', {
    part: 'tools',
    title: 'Save from anywhere',
    description:
      'A bookmarklet, a share target for phones, a browser extension and an API: ways to keep a page without coming here first.',
  }),
  {
    path: '/talk/comments/:commentId',
    part: 'talk',
    head: ({ commentId = '' }, { origin }) => <CommentHead origin={origin} commentId={commentId} />,
  },
  { path: '/talk/:what/:target', part: 'talk', head: talk },
  {
    path: '/i/:itemId/talk',
    part: 'talk',
    head: ({ itemId = '' }, address) => talk({ what: 'items', target: itemId }, address),
  },
  {
    path: /^\/@(?<handle>[^/]+)\/comments\/?$/,
    part: 'talk',
    head: ({ handle = '' }, { origin }) => <PersonCommentsHead origin={origin} handle={handle} />,
  },
  {
    path: savesPages,
    part: 'saves',
    head: ({ handle = '', ...parts }, { origin }) => {
      const list = listAt(parts);
      return list && isSaveList(list) ? <SavesHead origin={origin} handle={handle} list={list} /> : null;
    },
  },
  plainPage('/how-ranking-works', {
    part: 'how-ranking-works',
    title: 'How ranking works',
    description: 'Every order of the site: its formula, its parameters in force, and what does not count.',
  }),
  ...moderationPages,
  ...comparePages,
  ...claimPages,
  ...mapPages,
  plainPage('/take-away', {
    part: 'take-away',
    title: 'Take it away',
    description: 'Everything public here as files, every week, under free licences.',
    // What there is to take is a file of its own beside the site.
    bare: true,
  }),
  plainPage('/api-docs', {
    part: 'api-docs',
    title: 'The API',
    description: 'Every operation of this site for programs: who may call it, what it takes, answers and refuses.',
    // What it shows is a document of its own, larger than the page.
    bare: true,
  }),
];

/** The page of an address; `own` where it is its visitor's, undefined where there is none. */
export function pageAt(address: URL): FoundPage | 'own' | undefined {
  if (own.some((path) => matchRoute(parse, path, address.pathname)[0])) return 'own';
  for (const { path, part, bare = false, head } of pages) {
    const [matches, params] = matchRoute(parse, path, address.pathname);
    if (matches) return { part, bare, head: head(decoded(params as Params), address) };
  }
  return undefined;
}

function decoded(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      try {
        return [name, value && decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
