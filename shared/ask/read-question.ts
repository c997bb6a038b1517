import { type KindName, kinds } from '../items/kinds/registry.ts';
import { normaliseTag } from '../tags/rules.ts';
import { type Claim, rules } from './rules.ts';
import type { Reading } from './schema.ts';
import type { Clock } from './times.ts';
import { longestPhrase, type Meaning, tagSaid, tagsLike, vocabulary } from './vocabulary.ts';
import { isSilent, normal, type Word, wordsOf } from './words.ts';

/** Something of this site that a question names: an area, or whatever else stands somewhere. */
export type NamedPlace = { id: string; title: string; isArea: boolean; latitude: number; longitude: number };
/** What of a question is the name of something here. Keys of `places` are phrases as `normal` gives them. */
export type Names = {
  tags: ReadonlySet<string>;
  places: ReadonlyMap<string, NamedPlace>;
  /** That something here is called like the whole question. */
  isTitle: boolean;
};

const noNames: Names = { tags: new Set(), places: new Map(), isTitle: false };
const tagWords = 3;
const placeWords = 4;
const lookedUp = { tags: 80, places: 6 };
/** How far “near” some place reaches, in metres. */
const nearby = 2000;

type Taken = { from: number; count: number; claim: Claim };
type Read = { taken: Taken[]; left: Word[][]; kind: KindName | undefined };

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');
const normOf = (words: readonly Word[]) => words.map(({ norm }) => norm).join(' ');
const aside = (means: string): Claim => ({ means, sets: {}, weight: 0 });

/** The phrases that begin at a place, longest first, none of them in quotes. */
function phrasesAt(words: readonly Word[], at: number, longest: number): Word[][] {
  const found: Word[][] = [];
  for (let count = Math.min(longest, words.length - at); count > 0; count--) {
    const phrase = words.slice(at, at + count);
    if (!phrase.some(({ quoted }) => quoted)) found.push(phrase);
  }
  return found;
}

/** What kinds know of the phrases at a place: those of the kind that is asked for, where one is. */
function meaningAt(words: readonly Word[], at: number, kind: KindName | undefined) {
  for (const phrase of phrasesAt(words, at, longestPhrase)) {
    const meaning = vocabulary.get(normOf(phrase))?.find((one) => kind === undefined || one.kind === kind);
    if (meaning) return { count: phrase.length, meaning };
  }
  return undefined;
}

function ruleAt(words: readonly Word[], at: number, clock: Clock, kind: KindName | undefined) {
  const rest: Word[] = [];
  for (const word of words.slice(at, at + 12)) {
    if (word.quoted) break;
    rest.push(word);
  }
  const text = normOf(rest);
  for (const { says, means } of rules) {
    const found = says.exec(text);
    if (!found || found[0] === '') continue;
    const said = found[0].trim();
    const count = said.split(' ').length;
    // Whole words only.
    if (normOf(rest.slice(0, count)) !== said) continue;
    const ahead = words.slice(at + count, at + count + 3).some((_, n) => meaningAt(words, at + count + n, kind));
    const claim = means(found, { clock, kindAhead: ahead, kind });
    if (claim) return { count, claim };
  }
  return undefined;
}

const placed: Record<string, true> = { near: true, around: true, by: true, close: true, next: true };

/** `near X`, `in X`, or the bare name of an area. */
function placeAt(words: readonly Word[], at: number, { places }: Names, kind: KindName | undefined) {
  if (kind !== undefined && !kinds[kind].where) return undefined;
  const first = words[at]?.norm ?? '';
  const isNear = placed[first] === true && (!['close', 'next'].includes(first) || words[at + 1]?.norm === 'to');
  const isIn = first === 'in' || first === 'within' || first === 'at';
  let from = at + (isNear || isIn ? 1 : 0) + (isNear && ['close', 'next'].includes(first) ? 1 : 0);
  if ((isNear || isIn) && words[from]?.norm === 'the') from++;
  for (const phrase of phrasesAt(words, from, placeWords)) {
    const place = places.get(normOf(phrase));
    if (!place || (!isNear && !place.isArea)) continue;
    const count = from - at + phrase.length;
    if (!isNear)
      return {
        count,
        claim: { means: `in ${place.title}`, sets: { area: place.id }, weight: isIn ? 2 : 1 } satisfies Claim,
      };
    const near = `${round(place.latitude)},${round(place.longitude)}`;
    const sets = { near, sort: 'near', ...(place.isArea ? {} : { within: String(nearby) }) };
    return { count, claim: { means: `near ${place.title}`, sets, weight: 2 } satisfies Claim };
  }
  return undefined;
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** `near` something that is not known here: to look for its name would find only what is called so. */
function nearUnknown(words: readonly Word[], at: number): { count: number; claim: Claim } | undefined {
  const said = /^(?:near|close to|next to)(?: the)? /.exec(`${normOf(words.slice(at, at + 3))} `)?.[0];
  if (!said) return undefined;
  const from = at + said.trim().split(' ').length;
  const name = words[from];
  if (!name) return undefined;
  return {
    count: from - at + 1,
    claim: aside(`no place called “${name.text}” is known here, so this is left aside`),
  };
}

/** What is not wanted: no search leaves things out, and to look for it would find the opposite. */
function unwantedAt(words: readonly Word[], at: number, kind: KindName | undefined) {
  if (!/^(?:not|no|without|except|non)$/.test(words[at]?.norm ?? '')) return undefined;
  const from = at + (isSilent(words[at + 1]?.norm ?? '') ? 2 : 1);
  if (!words[from]) return undefined;
  const count = from - at + (meaningAt(words, from, kind)?.count ?? 1);
  return { count, claim: aside('a search cannot leave things out, so this is left aside') };
}

function tagAt(words: readonly Word[], at: number, { tags }: Names) {
  const said = tagSaid(normOf(words.slice(at, at + 4)));
  const phrases = phrasesAt(words, at, tagWords).map((phrase) => ({
    count: phrase.length,
    tag: normaliseTag(normOf(phrase)),
  }));
  for (const { count, tag } of [...(said ? [{ count: said.words, tag: said.tag }] : []), ...phrases]) {
    const found = tagsLike(tag).find((one) => tags.has(one));
    if (found) return { count, claim: { means: `tagged #${found}`, sets: { tags: found }, weight: 1 } satisfies Claim };
  }
  return undefined;
}

const claimOf = ({ kind, means, param, value = '' }: Meaning): Claim =>
  param ? { means, sets: { [param]: value }, weight: 1 } : { means, sets: { kind }, weight: 1 };

/** The kind that is asked for in so many words, unless it is asked for by what only another has. */
function kindIn(words: readonly Word[]): KindName | undefined {
  for (let at = 0; at < words.length; at++) {
    const found = meaningAt(words, at, undefined);
    if (found && found.meaning.param === undefined) return found.meaning.kind;
    if (found) at += found.count - 1;
  }
  return undefined;
}

function readWords(words: readonly Word[], names: Names, clock: Clock): Read {
  const kind = kindIn(words);
  const taken: Taken[] = [];
  const left: Word[][] = [[]];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const known = word.quoted ? undefined : vocabularyAt(words, at, kind);
    const found = word.quoted
      ? undefined
      : ((known && known.count > 1 ? known : undefined) ??
        ruleAt(words, at, clock, kind) ??
        placeAt(words, at, names, kind) ??
        known ??
        unwantedAt(words, at, kind) ??
        tagAt(words, at, names) ??
        nearUnknown(words, at));
    if (found) {
      taken.push({ from: at, ...found });
      if (left.at(-1)?.length) left.push([]);
      at += found.count;
    } else {
      if (word.quoted || !isSilent(word.norm)) left.at(-1)?.push(word);
      else if (left.at(-1)?.length) left.push([]);
      at++;
    }
  }
  return { taken, left: left.filter((run) => run.length > 0), kind };
}

function vocabularyAt(words: readonly Word[], at: number, kind: KindName | undefined) {
  const found = meaningAt(words, at, kind);
  return found && { count: found.count, claim: claimOf(found.meaning) };
}

/** What to look up of a question: tags as they are written, and phrases that may be called so, as `normal` gives them. */
export function namesToLookUp(question: string): { tags: string[]; places: string[]; title: string } {
  const words = wordsOf(question);
  const { left } = readWords(words, noNames, { now: new Date(0), offset: 0 });
  const tags = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const said = tagSaid(normOf(words.slice(at, at + 4)));
    if (said) for (const tag of tagsLike(said.tag)) tags.add(tag);
  }
  for (const run of left)
    for (let at = 0; at < run.length; at++)
      for (const phrase of phrasesAt(run, at, tagWords))
        for (const tag of tagsLike(normaliseTag(normOf(phrase)))) tags.add(tag);
  const places = new Set<string>();
  const named = (at: number) => {
    const from = words[at]?.norm === 'the' ? at + 1 : at;
    // The longest that are likely first: names of one word, then two and three.
    for (const phrase of phrasesAt(words, from, 3).reverse())
      if (!isSilent(phrase[0]?.norm ?? '')) places.add(normOf(phrase));
  };
  for (const [at, { norm }] of words.entries())
    if (['in', 'near', 'around', 'by', 'to', 'at'].includes(norm)) named(at + 1);
  const last = left.at(-1) ?? [];
  for (const phrase of [last.slice(-1), last.slice(-2)]) if (phrase.length > 0) places.add(normOf(phrase));
  return {
    tags: [...tags].slice(0, lookedUp.tags),
    places: [...places].slice(0, lookedUp.places),
    title: normal(question),
  };
}

const several: Record<string, number> = { tags: 5, amenities: 10 };

/**
 * A question in plain words as a search, by rules alone: the same words always mean the same, and what they are taken to
 * mean is told part by part. What is not understood stays as words to look for; nothing is made up.
 */
export function readQuestion(question: string, names: Names, clock: Clock): Reading {
  const words = wordsOf(question);
  const { taken, left, kind } = readWords(words, names, clock);
  const query: Record<string, string> = {};
  const parts: Reading['parts'] = [];
  let strength = 0;
  let wantsPosition = false;
  let timed = false;
  let anchored = kind !== undefined;
  for (const { from, count, claim } of taken) {
    const text = textOf(words.slice(from, from + count));
    if (!merge(query, claim.sets)) {
      parts.push({ text, means: 'only one of these fits into a search, so this is left aside', sets: [] });
      continue;
    }
    parts.push({ text, means: claim.means, sets: Object.keys(claim.sets) });
    strength += claim.weight;
    wantsPosition ||= claim.position === true;
    timed ||= claim.timed === true;
    anchored ||= claim.weight === 2 || 'category' in claim.sets || 'area' in claim.sets;
  }
  // A kind says nothing beside what only its things have.
  if (query.kind && query.category) delete query.kind;
  const rest = left.flat();
  if (rest.length > 0) query.q = textOf(rest);
  const understood = taken.reduce((sum, { count, claim }) => sum + (claim.weight > 0 ? count : 0), 0);
  return {
    query,
    parts,
    left: textOf(rest),
    sure:
      !names.isTitle &&
      anchored &&
      // Nothing but a kind or category is what is wished for, too.
      (strength >= 2 || (rest.length === 0 && (kind !== undefined || query.category !== undefined))) &&
      understood >= rest.filter(({ quoted }) => !quoted).length,
    wantsPosition: wantsPosition && query.near === undefined,
    timed,
    by: 'rules',
  };
}

/** Puts what a claim sets beside what is there; false, and nothing is changed, where only one of them fits. */
function merge(query: Record<string, string>, sets: Record<string, string>): boolean {
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries(sets)) {
    const before = query[name];
    if (before === undefined || before === value) next[name] = value;
    // What asks for an order of its own goes before what only implies one.
    else if (name === 'sort') next[name] = before;
    else {
      const most = several[name];
      const all = [...new Set([...before.split(','), value])];
      if (most === undefined || all.length > most) return false;
      next[name] = all.join(',');
    }
  }
  Object.assign(query, next);
  return true;
}
