import { type Level, levels, type Power, powers, type Requirement, type Signals, type TrustTerms } from './schema.ts';

/** Things counted apart in 64 places: a place is taken as long as something counts there. By place, two base-36 digits. */
export type Places = Record<string, number>;

/** What of a person’s numbers trust follows from. */
export type Earned = {
  edits?: number;
  editsReverted?: number;
  /** Edits that stand, by the place of their item. */
  editsOn?: Places;
  proposalsApplied?: number;
  /** Who found something useful, by the place of who did. */
  usefulFrom?: Places;
  /** Contributions that are folded now. */
  folded?: number;
};

const places = 64;

/**
 * The place of a person or an item among 64. Two may share one, so that taken places are never more than there are
 * different ones: a lower bound that takes 64 small numbers, and commutes, whatever the order (linear counting, Whang 1990).
 */
export function placeOf(id: string): string {
  // FNV-1a: ids of books that were loaded are not random.
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return ((hash ^ (hash >>> 15)) % places).toString(36).padStart(2, '0');
}

/** Counts into a place, or out of it; a place that counts nothing goes, and with the last one all of them. */
export function countPlace<Name extends string>(
  standing: Partial<Record<Name, Places>>,
  name: Name,
  place: string,
  change: number,
): void {
  const all: Places = standing[name] ?? {};
  const count = (all[place] ?? 0) + change;
  if (count === 0) delete all[place];
  else all[place] = count;
  if (Object.keys(all).length === 0) delete standing[name];
  else (standing as Record<Name, Places>)[name] = all;
}

const taken = (all: Places | undefined) => Object.values(all ?? {}).filter((count) => count > 0).length;

const free = Object.fromEntries(powers.map((name) => [name, 'new'])) as Record<Power, Level>;

const requirement = (level: Level, days: number, outcomes: number, people: number, lost: number): Requirement => ({
  level,
  days,
  outcomes,
  people,
  lost,
});

/**
 * The terms by the site’s maturity, as Stack Exchange has three tables and for its reason: on a new site nobody could do
 * anything by the terms of an old one. There everybody may do everything. Four days and ten edits are MediaWiki’s
 * autoconfirmed; fifteen days are Discourse’s second level, a hundred days what its third looks back on.
 */
export const trustTerms: readonly TrustTerms[] = [
  {
    maturity: 'young',
    from: 0,
    requirements: [
      requirement('known', 0, 1, 0, 0.75),
      requirement('proven', 4, 5, 1, 0.5),
      requirement('trusted', 15, 20, 3, 0.25),
    ],
    powers: free,
    flagWeight: { new: 1, known: 1, proven: 1, trusted: 1 },
  },
  {
    maturity: 'growing',
    from: 50,
    requirements: [
      requirement('known', 1, 3, 0, 0.5),
      requirement('proven', 15, 15, 3, 0.3),
      requirement('trusted', 50, 40, 8, 0.2),
    ],
    powers: { ...free, edit: 'known', block: 'known', patrol: 'known', decide: 'known' },
    flagWeight: { new: 1, known: 1, proven: 1, trusted: 2 },
  },
  {
    maturity: 'grown',
    from: 1000,
    requirements: [
      requirement('known', 4, 10, 0, 0.4),
      requirement('proven', 15, 30, 5, 0.25),
      requirement('trusted', 100, 80, 15, 0.15),
    ],
    powers: { ...free, judge: 'known', edit: 'known', block: 'proven', patrol: 'proven', decide: 'proven' },
    flagWeight: { new: 0, known: 1, proven: 1, trusted: 2 },
  },
];

/** The terms in force on a site of so many people. */
export function trustTermsOf(people: number): TrustTerms {
  return trustTerms.findLast(({ from }) => people >= from) ?? (trustTerms[0] as TrustTerms);
}

const day = 86_400_000;
/** What is folded weighs as so many reverted edits: others had to say so. */
const foldedWeight = 3;
/** What a proposal that was applied weighs: others consented. */
const appliedWeight = 2;

/**
 * The signals of a person from what the projector counted and when the handle was chosen (ISO 8601; without it, it was
 * before all this: such an account is as old as can be).
 */
export function signalsOf(earned: Earned | undefined, since: string | undefined, now: Date): Signals {
  const { edits = 0, editsReverted: reverted = 0, proposalsApplied = 0, folded = 0 } = earned ?? {};
  const age = since === undefined ? now.getTime() : now.getTime() - Date.parse(since);
  const items = taken(earned?.editsOn);
  const people = taken(earned?.usefulFrom);
  const applied = Math.max(0, proposalsApplied);
  const outcomes = items + appliedWeight * applied + people;
  const lost = Math.max(0, reverted) + foldedWeight * Math.max(0, folded);
  const part = lost === 0 ? 0 : Math.min(1, lost / Math.max(1, edits + outcomes));
  return {
    days: Math.max(0, Math.floor(age / day)),
    items,
    applied,
    people,
    outcomes,
    edits,
    reverted,
    folded,
    lost: part,
  };
}

/** What is missing for a level, by name: nothing where it is reached. */
export function missingFor({ days, outcomes, people, lost }: Requirement, has: Signals) {
  return [
    ...(has.days < days ? (['days'] as const) : []),
    ...(has.outcomes < outcomes ? (['outcomes'] as const) : []),
    ...(has.people < people ? (['people'] as const) : []),
    ...(has.lost > lost ? (['lost'] as const) : []),
  ];
}

/** The highest level whose requirement is met. */
export function levelOf(has: Signals, { requirements }: TrustTerms): Level {
  return requirements.findLast((one) => missingFor(one, has).length === 0)?.level ?? 'new';
}

/** What the level after this one takes; null on the highest. */
export function nextAfter(level: Level, { requirements }: TrustTerms): Requirement | null {
  return requirements.find((one) => levels.indexOf(one.level) === levels.indexOf(level) + 1) ?? null;
}

/** Whether one level is at least another. */
export const reaches = (has: Level, wanted: Level) => levels.indexOf(has) >= levels.indexOf(wanted);

/** What somebody of a level may do. */
export function powersAt(level: Level, terms: TrustTerms): Power[] {
  return powers.filter((name) => reaches(level, terms.powers[name]));
}

const wordOf: Record<Power, string> = {
  comment: 'comment',
  flag: 'flag',
  propose: 'propose',
  judge: 'judge proposals and acts of moderation',
  edit: 'edit directly',
  block: 'block a proposal',
  patrol: 'mark changes as looked at',
  decide: 'propose what changes the whole site',
};
const rounded = (part: number) => `${Math.round(100 * part)} %`;

/** Says what somebody lacks for a power, in one sentence; undefined where nothing is missing. */
export function refusalOf(power: Power, has: Signals, terms: TrustTerms): string | undefined {
  const wanted = terms.powers[power];
  if (reaches(levelOf(has, terms), wanted)) return undefined;
  const needed = terms.requirements.find(({ level }) => level === wanted);
  if (!needed) return undefined;
  const lacks = {
    days: `${needed.days} days since joining (yours: ${has.days})`,
    outcomes: `${needed.outcomes} good outcomes (yours: ${has.outcomes})`,
    people: `${needed.people} people who found something of yours useful (so far: ${has.people})`,
    lost: `at most ${rounded(needed.lost)} reverted or folded (yours: ${rounded(has.lost)})`,
  };
  const missing = missingFor(needed, has).map((name) => lacks[name]);
  return `On a site of this size, to ${wordOf[power]} takes the level “${wanted}”: ${missing.join(', ')}`;
}
