import { fieldWeights, hitsPerPage, unsuggested } from '#shared/search/rules.ts';
import type { SameTags } from '#shared/search/same-tags.ts';
import type { AskedSearch, FacetName, SearchQuery, SuggestQuery } from '#shared/search/schema.ts';
import { facetNames } from '#shared/search/schema.ts';
import { wordsOfText } from '#shared/search/words.ts';

type Clause = Record<string, unknown>;

const weighed = (fields: readonly (keyof typeof fieldWeights)[]) =>
  fields.map((field) => `${field}^${fieldWeights[field]}`);

/** What has a tag that some of the words mean, by one of a dozen of its names, and the other words; and such a tag itself. */
function taggedAs(text: string, same: SameTags): Clause[] {
  const words = wordsOfText(text);
  return same.namesIn(text).map(({ other, from, to }) => {
    const names = same.few(other);
    const others = [...words.slice(0, from), ...words.slice(to)].join(' ');
    if (others === '') return { bool: { should: [anyOf('tags.whole', names), anyOf('key', names.map(tagKey))] } };
    const fields = [...weighed(['title', 'also', 'tags']), 'text'];
    return {
      bool: {
        must: [
          anyOf('tags.whole', names),
          { multi_match: { query: others, operator: 'and', type: 'cross_fields', fields } },
        ],
      },
    };
  });
}

const tagKey = (tag: string) => `tags:${tag}`;

/** What fits words: all of them misspelled, the last one begun, or all of them anywhere by their stems. */
function fitting(text: string, begun: boolean, same: SameTags): Clause {
  if (text.trim() === '') return { match_all: {} };
  const named = weighed(['title', 'also', 'tags']);
  const asked = { query: text, operator: 'and' };
  return {
    bool: {
      should: [
        { multi_match: { ...asked, type: 'cross_fields', fields: named, boost: 2 } },
        { multi_match: { ...asked, fields: named, fuzziness: 'AUTO', max_expansions: 50 } },
        ...(begun ? [{ multi_match: { ...asked, type: 'bool_prefix', fields: named } }] : []),
        { multi_match: { ...asked, fields: ['title.stems', 'text.stems'], boost: fieldWeights.stems } },
        ...taggedAs(text, same),
        { match_phrase: { title: { query: text, boost: 3 } } },
      ],
      minimum_should_match: 1,
    },
  };
}

/** The same times the standing. */
const byStanding = (query: Clause): Clause => ({
  function_score: { query, field_value_factor: { field: 'weight', missing: 1 }, boost_mode: 'multiply' },
});

const term = (field: string, value: unknown): Clause => ({ term: { [field]: value } });
const anyOf = (field: string, values: readonly unknown[]): Clause => ({ terms: { [field]: values } });

/** The filters of a search, by name, as clauses. */
function clausesOf(query: AskedSearch, now: Date, same: SameTags): Record<string, Clause[]> {
  const { kind, tags, stars, from, to, years, licence, language, category, price, amenities } = query;
  const { open, near, within, view, area, areas = area ? [area] : [], party } = query;
  const minute = open && Math.floor((open === 'now' ? now.getTime() : Date.parse(open)) / 60_000);
  const all: Record<string, Clause[]> = {
    kind: kind ? [term('kind', kind)] : [],
    tags: (tags ?? []).map((tag) => anyOf('tags.whole', same.all(tag))),
    stars: stars === undefined ? [] : [{ range: { stars: { gte: stars } } }],
    at: from || to ? [{ range: { at: { ...(from ? { gte: from } : {}), ...(to ? { lte: `${to}||/d` } : {}) } } }] : [],
    years: years ? [{ range: { year: { gte: years.from, lte: years.to } } }] : [],
    licence: licence ? [term('licence', licence)] : [],
    language: language
      ? [{ bool: { should: [term('language', language), { prefix: { language: `${language}-` } }] } }]
      : [],
    category: category ? [term('category', category)] : [],
    price: price ? [anyOf('price', price)] : [],
    amenities: (amenities ?? []).map((amenity) => term('amenities', amenity)),
    open: minute === undefined ? [] : [term('open', minute)],
    near: near && within !== undefined ? [{ geo_distance: { distance: `${within}m`, position: point(near) } }] : [],
    view: view
      ? [
          {
            geo_bounding_box: {
              position: {
                top_left: { lat: view.north, lon: view.west },
                bottom_right: { lat: view.south, lon: view.east },
              },
            },
          },
        ]
      : [],
    area: areas.length > 0 ? [{ terms: { areas } }] : [],
    party: party ? [term('parties', party)] : [],
  };
  return all;
}

const point = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({ lat: latitude, lon: longitude });

const fieldOf: Partial<Record<FacetName, string>> = { tags: 'tags.whole', party: 'parties' };
/** Of these a hit must have all that are asked for. */
const conjunctive: ReadonlySet<string> = new Set(['tags', 'amenities']);

/** What counts the values of each facet, under the other filters. */
function countsOf(what: Clause, clauses: Record<string, Clause[]>): Clause {
  const others = (name: string) => [
    what,
    ...Object.entries(clauses).flatMap(([other, all]) => (other === name && !conjunctive.has(name) ? [] : all)),
  ];
  const counted = facetNames.map((name) => [
    name,
    {
      filter: { bool: { filter: others(name) } },
      aggs: {
        values:
          name === 'stars'
            ? { range: { field: 'stars', ranges: [4.5, 4, 3.5, 3].map((from) => ({ key: String(from), from })) } }
            : { terms: { field: fieldOf[name] ?? name, size: 30 } },
      },
    },
  ]);
  const found = {
    filter: { bool: { filter: Object.values(clauses).flat() } },
    aggs: { values: { terms: { field: 'what', size: 10 } } },
  };
  return { ...Object.fromEntries(counted), found };
}

function sortOf({ sort, near }: SearchQuery): Clause[] {
  switch (sort) {
    case 'relevance':
      return [{ _score: 'desc' }];
    case 'best':
      return [{ best: 'desc' }];
    case 'new':
      return [{ at: { order: 'desc', missing: '_last' } }];
    case 'near':
      return near ? [{ _geo_distance: { position: point(near), order: 'asc', unit: 'm' } }] : [{ _score: 'desc' }];
  }
}

type Place = { place: number; tie: string };

/** A search as OpenSearch takes it. Words are values in it, never its language: nothing that is typed is run. */
export function searchBody(query: AskedSearch, after: Place | undefined, now: Date, same: SameTags): Clause {
  const clauses = clausesOf(query, now, same);
  const what = term('what', query.what);
  const nearby = query.sort === 'near' && query.near ? [{ exists: { field: 'position' } }] : [];
  return {
    size: hitsPerPage + 1,
    track_total_hits: true,
    track_scores: true,
    query: byStanding(fitting(query.q ?? '', true, same)),
    post_filter: { bool: { filter: [what, ...Object.values(clauses).flat(), ...nearby] } },
    aggs: countsOf(what, clauses),
    sort: [...sortOf(query), { tie: 'asc' }],
    ...(after ? { search_after: [after.place, after.tie] } : {}),
  };
}

/** What is asked for suggestions. */
export function suggestBody({ q, what }: SuggestQuery, same: SameTags): Clause {
  const filter = what ? { filter: [term('what', what)] } : { must_not: [anyOf('what', [...unsuggested])] };
  return { size: 12, query: byStanding({ bool: { must: [fitting(q, true, same)], ...filter } }) };
}

/** A hundred tags with all their other names: no more than 800 are known. */
const tagsAsked = 1000;

/** What is asked for tags that are there. */
export const tagsBody = (tags: readonly string[]): Clause => ({
  size: tagsAsked,
  _source: ['key'],
  query: anyOf('key', [...new Set(tags)].slice(0, tagsAsked).map(tagKey)),
});
