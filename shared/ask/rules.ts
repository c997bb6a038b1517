import { type KindName, kinds } from '../items/kinds/registry.ts';
import { type Clock, daysAgo, momentIn, timeWords } from './times.ts';
import { languages } from './vocabulary.ts';

/** What some words set, in plain words, and how much they tell that a question is one: 2 alone does, 1 beside another. */
export type Claim = { means: string; sets: Record<string, string>; weight: 0 | 1 | 2; position?: true; timed?: true };
type Context = { clock: Clock; kindAhead: boolean; kind?: KindName | undefined };
/** Words at the place where a question is read, and what they mean; undefined where they mean nothing here. */
type Rule = { says: RegExp; means: (found: RegExpExecArray, context: Context) => Claim | undefined };

const year = '(\\d{3,4})(?: (bc|bce))?';
const yearOf = (digits = '', era: string | undefined = undefined) => (era ? -Number(digits) : Number(digits));
const inBounds = (from: number | undefined, to: number | undefined) =>
  [from, to].every((one) => one === undefined || (one >= -4000 && one <= 2100)) &&
  (from === undefined || to === undefined || from <= to);
const spoken = (one: number) => (one < 0 ? `${-one} BCE` : String(one));

function years(from: number | undefined, to: number | undefined): Claim | undefined {
  if (!inBounds(from, to)) return undefined;
  const means =
    from === undefined
      ? `first published up to ${spoken(to ?? 0)}`
      : to === undefined
        ? `first published since ${spoken(from)}`
        : `first published from ${spoken(from)} to ${spoken(to)}`;
  return { means, sets: { years: `${from ?? ''}..${to ?? ''}` }, weight: 2 };
}

function stars(text: string | undefined): Claim | undefined {
  const least = Number(text);
  if (!(least >= 0.5 && least <= 5)) return undefined;
  return { means: `rated ${least} stars or more`, sets: { stars: String(least) }, weight: 2 };
}

const numbers: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  half: 0.5,
};
const amount = `(\\d{1,5}(?:\\.\\d{1,2})?|${Object.keys(numbers).join('|')})`;
const amountOf = (text = '') => numbers[text] ?? Number(text);
const metresPer: Record<string, number> = {
  km: 1000,
  kilometre: 1000,
  kilometer: 1000,
  m: 1,
  metre: 1,
  meter: 1,
  mi: 1609,
  mile: 1609,
};
/** What one walks in a minute, in metres. */
const walked = 80;

function within(metres: number): Claim | undefined {
  const bounded = Math.round(metres);
  if (!(bounded >= 1 && bounded <= 20_000_000)) return undefined;
  const means = `at most ${bounded < 1000 ? `${bounded} m` : `${bounded / 1000} km`} away`;
  return { means, sets: { within: String(bounded) }, weight: 1, position: true };
}

const sorted = (sort: string, means: string): Claim => ({ means, sets: { sort }, weight: 2 });
const partyOf: Record<string, string> = {
  family: 'family',
  kids: 'family',
  children: 'family',
  parents: 'family',
  friends: 'friends',
  partner: 'couple',
  girlfriend: 'couple',
  boyfriend: 'couple',
  wife: 'couple',
  husband: 'couple',
  date: 'couple',
  couple: 'couple',
  couples: 'couple',
  families: 'family',
  business: 'business',
  work: 'business',
  colleagues: 'business',
};
const since: Record<string, number> = { today: 1, day: 1, week: 7, month: 30, year: 365 };

const openNow: Claim = { means: 'open now', sets: { open: 'now' }, weight: 2 };

function open(text: string, { clock }: Context): Claim {
  const moment = momentIn(text, clock);
  return moment === 'now' ? openNow : { means: moment.means, sets: { open: moment.at }, weight: 2, timed: true };
}

const time = timeWords.source.slice(1);

/** What is said in many ways, at the place where a question is read. The first rule that takes words has them. */
export const rules: readonly Rule[] = [
  // How things are sorted, and how well they are rated.
  {
    says: /^(?:the )?(?:best|top|highest)(?: |-)(?:rated|reviewed|ranked|ranking)\b/,
    means: () => sorted('best', 'the best rated first'),
  },
  {
    says: /^(?:the )?(?:best|top)(?: (?:\d{1,3}|ten|twenty|hundred)(?= ))?\b/,
    means: (_, { kindAhead }) => (kindAhead ? sorted('best', 'the best rated first') : undefined),
  },
  {
    says: /^(?:well|highly|good)(?: |-)(?:rated|reviewed|regarded|loved)\b|^(?:with )?(?:good|great) (?:ratings|reviews)\b/,
    means: () => stars('4'),
  },
  {
    says: /^(?:rated |with |at least |over |above |more than |minimum )*(\d(?:\.\d)?)\+?(?: |-)stars?(?: (?:or|and) (?:more|up|better|above|higher))?\b/,
    means: ([, least]) => stars(least),
  },
  {
    says: /^rated (?:at least |over |above |more than )?(\d(?:\.\d)?)(?: (?:or|and) (?:more|up|better|above|higher))?(?=$| )/,
    means: ([, least]) => stars(least),
  },
  { says: /^(?:newest|latest|most recent|recently added)\b/, means: () => sorted('new', 'the newest first') },
  { says: /^new\b/, means: (_, { kindAhead }) => (kindAhead ? sorted('new', 'the newest first') : undefined) },
  {
    says: /^added yesterday\b/,
    means: (_, { clock }) => {
      const from = daysAgo(1, clock);
      return { means: `added since ${from}`, sets: { from }, weight: 2 };
    },
  },
  {
    says: /^added (?:(?:since |in |within |during )?(?:the )?(?:this|last|past) )?(today|day|week|month|year)\b/,
    means: ([, span = ''], { clock }) => {
      const from = daysAgo(since[span] ?? 1, clock);
      return { means: `added since ${from}`, sets: { from }, weight: 2 };
    },
  },
  {
    says: /^added (?:since|after|in) (20\d\d)\b/,
    means: ([, since]) => ({ means: `added since ${since}`, sets: { from: `${since}-01-01` }, weight: 2 }),
  },
  // Where.
  {
    says: /^(?:near|around|close to|by|next to) (?:me|here|us)\b|^near ?by\b|^close by\b|^around here\b|^in my (?:area|neighbou?rhood)\b/,
    means: () => ({ means: 'near where you are', sets: {}, weight: 2, position: true }),
  },
  {
    says: /^(?:nearest|closest)\b/,
    means: () => ({ means: 'the nearest to where you are first', sets: {}, weight: 2, position: true }),
  },
  {
    says: new RegExp(
      `^(?:within |at most |less than |under |no more than )${amount} ?(km|m|mi|kilomet(?:re|er)|met(?:re|er)|mile)s?\\b`,
    ),
    means: ([, count, unit = '']) => within(amountOf(count) * (metresPer[unit] ?? 0)),
  },
  {
    says: new RegExp(`^(?:within )?(?:an? )?${amount}(?: |-)min(?:ute)?s?(?: of)? walk(?:ing)?\\b`),
    means: ([, count]) => within(amountOf(count) * walked),
  },
  { says: /^(?:within |in )?walking distance\b/, means: () => within(1200) },
  // When it is open.
  {
    says: /^(?:that (?:is|are) )?open (?:24 hours|24\/7|24h|all (?:day|night)|around the clock|always)(?=$| )/,
    means: () => aside('a search asks for one moment, not for all day'),
  },
  {
    says: /^(?:that (?:is|are) )?(?:(?:still |currently )?open (?:right )?now|currently open|still open|open at the moment)\b/,
    means: () => openNow,
  },
  {
    says: new RegExp(`^(?:that (?:is|are) |which (?:is|are) |still )?open ${time}`),
    means: ([text], context) => open(text, context),
  },
  {
    says: /^(?:tonight|tomorrow|(?:on|this) (?:sun|mon|tues|wednes|thurs|fri|satur)days?|this (?:weekend|morning|afternoon|evening))\b(?: (?:morning|noon|afternoon|evening|night))?(?: at \d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?)?/,
    means: ([text], context) => ({ ...open(text, context), weight: 1 }),
  },
  {
    says: /^open\b/,
    means: (_, { kindAhead }) => (kindAhead ? openNow : undefined),
  },
  {
    says: /^(€{1,4}|\${1,4}|£{1,4})(?= |$)/,
    means: ([, signs = '']) => ({
      means: `price level ${signs.length}`,
      sets: { price: String(signs.length) },
      weight: 1,
    }),
  },
  // With whom.
  {
    says: new RegExp(`^(?:with|for) (?:my |the |a |our |your )?(${Object.keys(partyOf).join('|')})\\b`),
    // Nobody came to a book: there it is a tag, or words.
    means: ([, who = ''], { kind }) =>
      kind !== undefined && !kinds[kind].parties
        ? undefined
        : {
            means: `reviewed by people who came ${partyOf[who] === 'business' ? 'on business' : `with ${partyOf[who] === 'couple' ? 'their partner' : partyOf[who]}`}`,
            sets: { party: partyOf[who] ?? '' },
            weight: 1,
          },
  },
  {
    says: /^romantic\b/,
    means: () => ({ means: 'reviewed by people who came with their partner', sets: { party: 'couple' }, weight: 1 }),
  },
  // When it was published.
  {
    says: new RegExp(`^(?:published |written |from |in )*(?:between|from) ${year} (?:and|to|until) ${year}\\b`),
    means: ([, from, fromEra, to, toEra]) => years(yearOf(from, fromEra ?? toEra), yearOf(to, toEra)),
  },
  {
    says: /^(?:published |written |made )*(?:in |from |of )?(?:the )?(?:(early|late) )?(\d{2})?(\d)0s\b/,
    means: ([, part, century, decade]) => {
      const first = Number(
        `${century ?? (decade === '0' || decade === '1' || decade === '2' ? '20' : '19')}${decade}0`,
      );
      return part === 'early'
        ? years(first, first + 4)
        : part === 'late'
          ? years(first + 5, first + 9)
          : years(first, first + 9);
    },
  },
  {
    says: /^(?:published |written |made )*(?:in |from |of )?(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: |-)century\b(?: (bc|bce)\b)?/,
    means: ([, century, era]) => {
      const last = Number(century) * 100;
      return era ? years(-last, -last + 99) : years(last - 99, last);
    },
  },
  {
    says: new RegExp(`^(?:published |written |made |from )*(before|until|up to|older than) ${year}\\b`),
    means: ([, how, one, era]) =>
      years(undefined, yearOf(one, era) - (how === 'before' || how === 'older than' ? 1 : 0)),
  },
  {
    says: new RegExp(`^(?:published |written |made |from )*(after|since|newer than) ${year}\\b`),
    means: ([, how, one, era]) => years(yearOf(one, era) + (how === 'since' ? 0 : 1), undefined),
  },
  {
    says: new RegExp(`^(?:published in|written in|made in|from|first published in|published) ${year}\\b`),
    means: ([, one, era]) => years(yearOf(one, era), yearOf(one, era)),
  },
  // What language it is in.
  {
    says: new RegExp(`^(?:written )?in (${Object.keys(languages).join('|')})\\b`),
    means: ([, name = '']) => ({ means: `in ${capital(name)}`, sets: { language: languages[name] ?? '' }, weight: 1 }),
  },
  {
    says: new RegExp(
      `^(?:published |written |made )*(?:from|in|of|within|during) the (?:last|past) ${amount} years\\b`,
    ),
    means: ([, count], { clock }) => years(Number(clock.now.getUTCFullYear()) - Math.ceil(amountOf(count)), undefined),
  },
  // What no search here can be asked for is told, instead of being looked for as words.
  {
    says: /^(?:the )?(?:most|least) (?:popular|liked|loved|read|reviewed|rated|visited|saved|shared)\b|^(?:most )?popular\b/,
    means: (_, { kindAhead }) => (kindAhead ? aside('how many like something is no order here') : undefined),
  },
  {
    says: /^(?:with |of )?(?:under|over|below|above|less than|fewer than|more than|at least|at most|up to|around|about) \d{1,5} (pages|ratings|reviews|votes)\b/,
    means: ([, what = '']) => aside(`a search does not count ${what}`),
  },
  // What else there is.
  { says: /^lists? (?:of|about|with|for)\b/, means: () => ({ means: 'lists', sets: { what: 'lists' }, weight: 2 }) },
  {
    says: /^reviews? (?:of|about|for|by)\b/,
    means: () => ({ means: 'reviews', sets: { what: 'reviews' }, weight: 2 }),
  },
];

/** What was understood and can be no part of a search. */
const aside = (why: string): Claim => ({ means: `${why}, so this is left aside`, sets: {}, weight: 0 });
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
