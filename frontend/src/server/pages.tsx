import type { ReactNode } from 'react';
import { parse } from 'regexparam';
import { matchRoute } from 'wouter';
import { type KindName, kindNames } from '#shared/items/kinds/registry.ts';
import { listAt, savesPages, tagsTogether } from '#shared/saves/addresses.ts';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import { readListing } from '../features/ranking/scope.ts';
import { isSaveList } from '../features/saves/list-title.ts';
import { readPopular } from '../features/saves/popular-address.ts';
import { Head } from './head.tsx';
import { ItemHead } from './item-head.tsx';
import { ListHead } from './list-head.tsx';
import { ListingHead } from './listing-head.tsx';
import { PersonHead } from './person-head.tsx';
import { ReviewHead } from './review-head.tsx';
import { PopularHead, SaversHead, SavesHead, TaggedHead } from './saves-head.tsx';
import { YearHead } from './year-head.tsx';

type Params = Record<string, string | undefined>;
/**
 * An address that anyone may read: the part of the site that its route is in, if it is not the first one, and its head.
 * `bare`: the rest is the browser's to fill.
 */
type Page = { path: string | RegExp; part?: string; bare?: true; head: (params: Params, address: URL) => ReactNode };
/** What is rendered at an address. */
export type FoundPage = { part: string | undefined; bare: boolean; head: ReactNode };

const listing = ({ kind, tag }: Params, { origin, search }: URL): ReactNode => {
  if (kind !== undefined && !kindNames.includes(kind as KindName)) return null;
  return <ListingHead origin={origin} listing={readListing(search, { kind: kind as KindName | undefined, tag })} />;
};

const popular = ({ tag }: Params, { origin, search }: URL): ReactNode => (
  <PopularHead origin={origin} popular={readPopular(search, tag && normaliseTag(tag))} />
);

/** Everything that anyone may read and link to. The rest of the site is its visitor's own. */
const pages: Page[] = [
  { path: '/', head: listing },
  { path: '/k/:kind', head: listing },
  { path: '/t/:tag', head: listing },
  { path: '/k/:kind/t/:tag', head: listing },
  {
    path: '/tags',
    part: 'reading',
    head: (_, { origin }) => (
      <Head
        title="Tags"
        description="Headings people put over what they found, by how many items stand under each."
        canonical={`${origin}/tags`}
      />
    ),
  },
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
    head: ({ itemId = '' }, { origin }) => <ItemHead origin={origin} itemId={itemId} />,
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
  {
    path: '/i/:itemId/savers',
    part: 'saves',
    head: ({ itemId = '' }, { origin }) => <SaversHead origin={origin} itemId={itemId} />,
  },
  { path: '/popular', part: 'saves', head: popular },
  { path: '/popular/:tag', part: 'saves', head: popular },
  {
    path: '/recent',
    part: 'saves',
    head: (_, { origin }) => (
      <Head
        title="Recent saves"
        description="What everybody saved in public within the last thirty days, newest first."
        canonical={`${origin}/recent`}
        feed="Recent saves"
      />
    ),
  },
  {
    path: '/tag/:tags',
    part: 'saves',
    head: ({ tags: part = '' }, { origin }) => {
      const tags = tagsTogether(part);
      return tags.length > 0 && tags.every(isTag) ? <TaggedHead origin={origin} tags={tags} /> : null;
    },
  },
  {
    path: '/tools',
    part: 'tools',
    head: (_, { origin }) => (
      <Head
        title="Save from anywhere"
        description="A bookmarklet, a share target for phones, a browser extension and an API: ways to keep a page without coming here first."
        canonical={`${origin}/tools`}
      />
    ),
  },
  {
    path: savesPages,
    part: 'saves',
    head: ({ handle = '', ...parts }, { origin }) => {
      const list = listAt(parts);
      return list && isSaveList(list) ? <SavesHead origin={origin} handle={handle} list={list} /> : null;
    },
  },
  {
    path: '/how-ranking-works',
    part: 'how-ranking-works',
    head: (_, { origin }) => (
      <Head
        title="How ranking works"
        description="Every order of the site: its formula, its parameters in force, and what does not count."
        canonical={`${origin}/how-ranking-works`}
      />
    ),
  },
  {
    path: '/take-away',
    part: 'take-away',
    // What there is to take is a file of its own beside the site.
    bare: true,
    head: (_, { origin }) => (
      <Head
        title="Take it away"
        description="Everything public here as files, every week, under free licences."
        canonical={`${origin}/take-away`}
      />
    ),
  },
  {
    path: '/api-docs',
    part: 'api-docs',
    // What it shows is a document of its own, larger than the page.
    bare: true,
    head: (_, { origin }) => (
      <Head
        title="The API"
        description="Every operation of this site for programs: who may call it, what it takes, answers and refuses."
        canonical={`${origin}/api-docs`}
      />
    ),
  },
];

/** Pages of their visitor's own, which the browser fills. */
const own = [
  '/submit',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/choose-handle',
  '/account',
  '/import',
  '/home',
  '/inbox',
  '/following',
  '/export',
  '/my-tags',
  '/i/:itemId/edit',
  '/save',
  '/lists/new',
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
