import { useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { Reading } from '#shared/ask/schema.ts';
import { useItem } from '../features/items/queries.ts';
import { type Asked, type FilterName, isQuestion, readSearch, searchAddress } from '../features/search/address.ts';
import { Chips } from '../features/search/chips.tsx';
import { useReading, useSearchResults } from '../features/search/queries.ts';
import { SearchForm } from '../features/search/search-form.tsx';
import { Offered, Understood } from '../features/search/understood.tsx';
import { Heading } from '../ui/heading.tsx';
import { Loading } from '../ui/skeleton.tsx';
import { SearchResults } from './search-results.tsx';

/** What to find, as words, as a question or as parts; and what there is of it. */
export default function SearchRoute() {
  const search = useSearch();
  const asked = readSearch(search);
  const question = isQuestion(search) ? asked.q : undefined;
  return (
    <>
      <Heading title={asked.q ? `Search: ${asked.q}` : 'Search'}>Search</Heading>
      <SearchForm asked={asked} />
      {question !== undefined ? (
        <Question question={question} />
      ) : Object.keys(asked).length > 0 ? (
        <>
          <Parts asked={asked} />
          <SearchResults asked={asked} />
        </>
      ) : (
        <Hints />
      )}
    </>
  );
}

type Meant = { question: string; reading: Reading | undefined };

/** A question is read first; where it reads like a name of something, its words are searched as they are. */
function Question({ question }: { question: string }) {
  const [offset, setOffset] = useState<number>();
  const { data, error } = useReading(question, offset, true);
  const timed = data?.timed === true;
  // The page was rendered for everybody: whose evening is meant is known here only.
  useEffect(() => {
    if (timed) setOffset(-new Date().getTimezoneOffset() || undefined);
  }, [timed]);
  // While another question is being read, what the last one was taken for stays.
  const before = useRef<Meant>(undefined);
  const now: Meant | undefined = data || error !== undefined ? { question, reading: data } : undefined;
  useEffect(() => {
    if (now) before.current = now;
  });
  const meant = now ?? before.current;
  return meant ? <Found meant={meant} /> : <Loading what="what is meant" />;
}

function Found({ meant: { question, reading } }: { meant: Meant }) {
  const sure = reading?.sure === true;
  const asked: Asked = sure ? reading.query : { q: question };
  const found = useSearchResults(asked).data?.pages[0]?.[0];
  return (
    <>
      {reading && sure && <Understood question={question} reading={reading} />}
      {reading && !sure && reading.parts.length > 0 && <Offered reading={reading} />}
      {reading && sure && <Chips asked={asked} named={namesIn(reading)} />}
      <SearchResults asked={asked} />
      {sure && found?.total === 0 && <WordsAlone question={question} />}
    </>
  );
}

/** What has the words of a question in it, where nothing fits all that it means; nothing where there is none either. */
function WordsAlone({ question }: { question: string }) {
  const found = useSearchResults({ q: question }).data?.pages[0]?.[0];
  if (!found || found.total === 0) return null;
  return (
    <section>
      <h2>What fits the words alone</h2>
      <SearchResults asked={{ q: question }} bare />
    </section>
  );
}

/** Filters whose value is no name: as the question was read they are one. */
const sayAsRead: FilterName[] = ['area', 'near'];

function namesIn({ parts }: Reading) {
  const said = sayAsRead.flatMap((name) => {
    const means = parts.find(({ sets }) => sets.includes(name))?.means;
    return means ? [[name, means.charAt(0).toUpperCase() + means.slice(1)]] : [];
  });
  return Object.fromEntries(said) as Partial<Record<FilterName, string>>;
}

function Parts({ asked }: { asked: Asked }) {
  return asked.area ? <PartsInArea asked={asked} area={asked.area} /> : <Chips asked={asked} />;
}

function PartsInArea({ asked, area }: { asked: Asked; area: string }) {
  const title = useItem(area).data?.item.title;
  return <Chips asked={asked} named={title ? { area: `In ${title}` } : undefined} />;
}

const examples: [string, string][] = [
  ['best rated short science fiction', '/search?q=best+rated+short+science+fiction'],
  ['quiet cafés with wifi open now', '/search?q=quiet+cafés+with+wifi+open+now'],
  ['museums open on Sunday', '/search?q=museums+open+on+Sunday'],
  ['books before 1900 about war', '/search?q=books+before+1900+about+war'],
];

function Hints() {
  return (
    <>
      <p>
        Search by words, or ask in plain ones. A question becomes a search whose every part you can see and take away.
        Some to try:
      </p>
      <ul>
        {examples.map(([label, href]) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li>
          <Link href={searchAddress({ kind: 'place', open: 'now' })}>places open now</Link>
        </li>
        <li>
          <Link href="/map">places near you, on a map</Link>
        </li>
      </ul>
    </>
  );
}
