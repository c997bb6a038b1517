import { describe, expect, it, test } from 'vitest';
import { type Names, namesToLookUp, readQuestion } from '#shared/ask/read-question.ts';
import { askQuery } from '#shared/ask/schema.ts';
import { searchQuery } from '#shared/search/schema.ts';
import fc from '#tests/setup/properties.ts';

// A Saturday morning in Vienna, which is an hour ahead.
const clock = { now: new Date('2026-11-28T08:30:00Z'), offset: 60 };
const vienna = { id: 'VIENNAAAAAAA', title: 'Vienna', isArea: true, latitude: 48.2082, longitude: 16.3738 };
const prater = { id: 'PRATERAAAAAA', title: 'Prater', isArea: false, latitude: 48.2166, longitude: 16.3957 };
const names: Names = {
  tags: new Set([
    'science-fiction',
    'women-writers',
    'short-stories',
    'classic',
    'war',
    'fantasy',
    'non-fiction',
    'painting',
  ]),
  places: new Map([
    ['vienna', vienna],
    ['prater', prater],
  ]),
  isTitle: false,
};
const read = (question: string) => readQuestion(question, names, clock);

/** What each question becomes, and whether it is sure enough to be searched so at once. */
const sure: [string, Record<string, string>][] = [
  ['quiet cafés with wifi near the station open now', { category: 'cafe', amenities: 'quiet,wifi', open: 'now' }],
  ['best rated short sci-fi by women', { sort: 'best', tags: 'short-stories,science-fiction,women-writers' }],
  ['the best science fiction novels', { sort: 'best', tags: 'science-fiction', kind: 'book' }],
  ['top-rated fantasy books in German', { sort: 'best', tags: 'fantasy', kind: 'book', language: 'de' }],
  ['books before 1900 about war', { kind: 'book', years: '..1899', tags: 'war' }],
  ['classics from the 1990s', { tags: 'classic', years: '1990..1999' }],
  ['novels from the 80s', { kind: 'book', years: '1980..1989' }],
  ['books of the 19th century', { kind: 'book', years: '1801..1900' }],
  ['books between 1950 and 1960', { kind: 'book', years: '1950..1960' }],
  ['plays written before 400 BC', { years: '..-401', q: 'plays' }],
  ['books since 2000 rated 4.5 stars', { kind: 'book', years: '2000..', stars: '4.5' }],
  ['books with 4 stars or more', { kind: 'book', stars: '4' }],
  ['highly rated museums', { stars: '4', category: 'museum' }],
  ['restaurants', { category: 'restaurant' }],
  ['books', { kind: 'book' }],
  ['newest links', { sort: 'new', kind: 'link' }],
  ['books added this week', { kind: 'book', from: '2026-11-21' }],
  ['museums in Vienna', { category: 'museum', area: vienna.id }],
  ['vienna museums', { area: vienna.id, category: 'museum' }],
  ['museums in Vienna open on Sunday', { category: 'museum', area: vienna.id, open: '2026-11-29T11:00Z' }],
  ['bars near the Prater', { category: 'bar', near: '48.2166,16.3957', within: '2000', sort: 'near' }],
  ['restaurants near Vienna', { category: 'restaurant', near: '48.2082,16.3738', sort: 'near' }],
  ['cheap vegan restaurants near me', { price: '1,2', amenities: 'vegan', category: 'restaurant' }],
  [
    'cheap vegetarian food within 2 km',
    { price: '1,2', amenities: 'vegetarian', category: 'restaurant', within: '2000' },
  ],
  ['dog-friendly pubs open tonight', { amenities: 'dogs', category: 'pub', open: '2026-11-28T19:00Z' }],
  [
    'wheelchair accessible museums open tomorrow at 3pm',
    { amenities: 'wheelchair', category: 'museum', open: '2026-11-29T14:00Z' },
  ],
  ['bakery open at 7:30 in the morning', { category: 'bakery', open: '2026-11-29T06:30Z' }],
  ['bars open late', { category: 'bar', open: '2026-11-28T22:00Z' }],
  ['cafes open until 10pm', { category: 'cafe', open: '2026-11-28T20:45Z' }],
  ['coffee shops open this weekend', { category: 'cafe', open: '2026-11-28T11:00Z' }],
  ['parks within 10 minutes walk', { category: 'park', within: '800' }],
  ['a romantic restaurant not too expensive', { party: 'couple', category: 'restaurant', price: '1,2' }],
  ['hotels for families in vienna', { category: 'hotel', party: 'family', area: vienna.id }],
  ['€€ restaurants in Vienna', { price: '2', category: 'restaurant', area: vienna.id }],
  ['top 10 fantasy books', { sort: 'best', tags: 'fantasy', kind: 'book' }],
  ['war books from the last ten years', { tags: 'war', kind: 'book', years: '2016..' }],
  ['links added yesterday', { kind: 'link', from: '2026-11-27' }],
  ['kid friendly restaurants in vienna', { amenities: 'children', category: 'restaurant', area: vienna.id }],
  ['where can I eat vegan in Vienna', { category: 'restaurant', amenities: 'vegan', area: vienna.id }],
  ['free things to do in Vienna', { amenities: 'free-entry', kind: 'place', area: vienna.id }],
  ['restaurants for families', { category: 'restaurant', party: 'family' }],
  ['lists about gardening', { what: 'lists', q: 'gardening' }],
  ['reviews of The Time Machine', { what: 'reviews', q: 'Time Machine' }],
  ['best books about "the best of times"', { sort: 'best', kind: 'book', q: 'the best of times' }],
];

describe('a question becomes a search', () => {
  it.each(sure)('%s', (question, query) => {
    const reading = read(question);
    expect(reading).toMatchObject({ query, sure: true });
    expect(reading.query).toEqual(query);
    expect(searchQuery.safeParse(reading.query).success).toBe(true);
  });
});

const plain = [
  'the time machine',
  'faust',
  'The Best of Me',
  'war and peace',
  'nineteen eighty-four',
  '1984',
  'The Museum of Innocence',
  'The Book Thief',
  'Open',
  'Free',
  'New Moon',
  'The Hotel New Hampshire',
  'No Country for Old Men',
  'A Room of One’s Own',
  'Near Death',
  'openstreetmap',
  'Vienna',
  'Harry Potter and the Order of the Phoenix',
  'To the Lighthouse',
  'The Restaurant at the End of the Universe',
  'Tomorrow, and Tomorrow, and Tomorrow',
  '',
  '“best rated books near me”',
];
it.each(plain)('what reads like a name is searched as it stands: %s', (question) => {
  expect(read(question).sure).toBe(false);
});

test('what something here is called like is its name, however much it reads like a question', () => {
  for (const title of ['best rated books near me', 'A Quiet Place']) {
    expect(read(title).sure).toBe(true);
    expect(readQuestion(title, { ...names, isTitle: true }, clock).sure).toBe(false);
  }
});

test('every part says what it was taken to mean, in the order of the question, and the rest is words', () => {
  const { parts, left, wantsPosition } = read('quiet cafés with wifi near the station open now about chess');
  expect(parts.map(({ text, means }) => [text, means])).toEqual([
    ['quiet', 'Quiet'],
    ['cafés', 'Café'],
    ['wifi', 'Wi-Fi'],
    ['near the station', 'no place called “station” is known here, so this is left aside'],
    ['open now', 'open now'],
  ]);
  expect(left).toBe('chess');
  expect(wantsPosition).toBe(false);
});

test.each([
  ['most popular books', { kind: 'book' }, 'how many like something is no order here'],
  ['books under 200 pages', { kind: 'book' }, 'a search does not count pages'],
  ['museums with more than 100 ratings', { category: 'museum' }, 'a search does not count ratings'],
  ['pharmacies open 24 hours', { category: 'pharmacy' }, 'a search asks for one moment, not for all day'],
  ['restaurants open 24/7', { category: 'restaurant' }, 'a search asks for one moment, not for all day'],
])('what no search can be asked for is told and not looked for: %s', (question, query, why) => {
  const reading = read(question);
  expect([reading.query, reading.sure]).toEqual([query, true]);
  expect(reading.parts).toContainEqual(expect.objectContaining({ sets: [], means: `${why}, so this is left aside` }));
});

test('nobody comes to a book with a family: there “for kids” is a tag, or words', () => {
  expect(read('fantasy books for kids').query).toEqual({ tags: 'fantasy', kind: 'book', q: 'kids' });
});

test('“near me” is the asker’s to add', () => {
  expect(read('museums near me')).toMatchObject({ query: { category: 'museum' }, wantsPosition: true, sure: true });
  expect(read('the nearest pharmacy').wantsPosition).toBe(true);
  expect(read('museums near Vienna').wantsPosition).toBe(false);
});

test('what is not wanted is never searched for', () => {
  expect(read('cafes in Vienna without wifi').query).toEqual({ category: 'cafe', area: vienna.id });
  expect(read('bars or cafes in Vienna').query).toEqual({ category: 'bar', area: vienna.id });
  expect(read('bars or cafes in Vienna').parts.at(1)?.sets).toEqual([]);
});

test('an area says nothing of books, and a tag that is none here stays a word', () => {
  expect(read('best books in Vienna').query).toEqual({ sort: 'best', kind: 'book', q: 'Vienna' });
  expect(read('best steampunk books').query).toEqual({ sort: 'best', kind: 'book', q: 'steampunk' });
});

test('a time that is past today is now or the next one, by the clock of whoever asks', () => {
  const late = { now: new Date('2026-11-28T21:30:00Z'), offset: 60 };
  const open = (question: string, at = late) => readQuestion(question, names, at).query.open;
  expect(open('bars open tonight')).toBe('now');
  expect(open('bars open at 9pm')).toBe('2026-11-29T20:00Z');
  expect(open('bars open on saturday')).toBe('2026-12-05T11:00Z');
  expect(open('bars open tomorrow', { now: new Date('2026-11-28T23:30:00Z'), offset: 60 })).toBe('2026-11-30T11:00Z');
  expect(open('bars open on sunday', { now: new Date('2026-11-28T08:00:00Z'), offset: -720 })).toBe(
    '2026-11-30T00:00Z',
  );
});

test('what to look up is bounded, and finds the phrases that matter', () => {
  const { tags, places } = namesToLookUp('best rated short sci-fi by women in Vienna');
  expect(tags).toEqual(expect.arrayContaining(['short', 'sci-fi', 'science-fiction', 'by-women', 'women-writers']));
  expect(places).toContain('vienna');
  const many = namesToLookUp(`in ${'one two three in four near five '.repeat(10)}`);
  expect(many.tags.length).toBeLessThanOrEqual(80);
  expect(many.places.length).toBeLessThanOrEqual(6);
});

test('whatever is asked, the search is one that can be searched, and the same words mean the same', () => {
  const some = fc.constantFrom(
    ...sure.flatMap(([question]) => question.split(' ')),
    ...'" “ ( 99999 0 0000s 99th century bc € -1'.split(' '),
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(some, { maxLength: 30 }).map((words) => words.join(' ').slice(0, 300)),
  );
  fc.assert(
    fc.property(anything, (question) => {
      const reading = read(question);
      const parsed = searchQuery.safeParse(reading.query);
      if (askQuery.safeParse({ q: question }).success) expect(parsed.error?.issues ?? []).toEqual([]);
      expect(read(question)).toEqual(reading);
      expect(reading.left.length).toBeLessThanOrEqual(question.length);
    }),
    { numRuns: 200 },
  );
});

test('no question hangs the reader', () => {
  for (const piece of [
    'within ',
    'open at ',
    'rated at least ',
    'published in the ',
    '1 ',
    'a-',
    '€',
    'near the ',
    '“',
  ])
    expect(read(piece.repeat(300).slice(0, 300)).by).toBe('rules');
});
