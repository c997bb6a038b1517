/** What must never happen. */
export const findingKinds = [
  /** Answered with success, and not there. */
  'lost',
  /** There or counted more than once. */
  'doubled',
  /** Refused or withdrawn, and there all the same. */
  'left over',
  /** Accepted though it had to be refused. */
  'wrongly accepted',
  /** Refused though nothing stood in its way. */
  'wrongly refused',
  /** Answered 500: a fault that is not ours was taken for ours. */
  'answered 500',
  /** The audit's recount differs. */
  'audit difference',
  /** A poison record that is not among the dead letters, or another one that is. */
  'dead letters wrong',
  /** A part ended by itself, or never came to an end. */
  'stuck',
] as const;
export type FindingKind = (typeof findingKinds)[number];
export type Finding = { kind: FindingKind; what: string };

/** Collects what must never happen; the first hundred of each kind in words. */
export class Findings {
  readonly #found: Finding[] = [];
  readonly counts: Record<FindingKind, number>;

  constructor() {
    this.counts = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>;
  }

  add(kind: FindingKind, what: string): void {
    if (this.counts[kind]++ < 100) this.#found.push({ kind, what });
  }

  get list(): readonly Finding[] {
    return this.#found;
  }
}
