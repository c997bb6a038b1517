import { type Minimum, minimise, type Objective } from './minimise.ts';

/**
 * Edits of one item that stood against each other, and against the item as it was. People and items are numbered from
 * 0. `won` is the place of the edit that stayed, −1 where none did.
 */
export type Contest = {
  item: number;
  edits: readonly { person: number; owned: boolean }[];
  won: number;
};

/** What the model knows: each person’s skill, how hard each item is to change, how hard all are (`bias`), what adding an item gives its adder. */
export type Parameters = { skills: Float64Array; difficulties: Float64Array; bias: number; owner: number };

/** How much large parameters are held against the model (L2, λ/2 · Σθ²); the paper’s lie between .32 and .39. */
export const lambda = 0.35;

/**
 * The War of Words model (Kristof, Grossglauser, Thiran, WWW 2020): edit k of strength s_k is taken with
 * P(k) = e^{s_k} / (Σ_j e^{s_j} + e^q), and everything stays as it is with e^q / (Σ_j e^{s_j} + e^q).
 * Strengths (1, 0) against q = .5 give P₁ = .506.
 */
export function chances(strengths: readonly number[], q: number): { edits: number[]; none: number } {
  const most = Math.max(q, ...strengths);
  const powers = strengths.map((strength) => Math.exp(strength - most));
  const none = Math.exp(q - most);
  const sum = powers.reduce((all, power) => all + power, none);
  return { edits: powers.map((power) => power / sum), none: none / sum };
}

/** Strengths of a contest’s edits, and what they are up against. */
export function strengthsOf(contest: Contest, { skills, difficulties, bias, owner }: Parameters) {
  return {
    strengths: contest.edits.map(({ person, owned }) => (skills[person] ?? 0) + (owned ? owner : 0)),
    q: (difficulties[contest.item] ?? 0) + bias,
  };
}

/** The logarithm of how likely contests are to have ended as they did; at most 0. */
export function logLikelihood(contests: readonly Contest[], parameters: Parameters): number {
  let sum = 0;
  for (const contest of contests) {
    const { strengths, q } = strengthsOf(contest, parameters);
    const { edits, none } = chances(strengths, q);
    sum += Math.log(contest.won < 0 ? none : (edits[contest.won] ?? 0));
  }
  return sum;
}

/** The parameters in one vector: bias, owner, skills, difficulties. */
export function parametersFrom(x: Float64Array, people: number): Parameters {
  const [bias = 0, owner = 0] = x;
  return { bias, owner, skills: x.subarray(2, 2 + people), difficulties: x.subarray(2 + people) };
}

/** Contests one after the other in flat lists, which a fit walks through some hundred times. `from[n]` is where the edits of contest n begin. */
function flat(contests: readonly Contest[]) {
  const count = contests.reduce((sum, { edits }) => sum + edits.length, 0);
  const from = new Int32Array(contests.length + 1);
  const [person, owned] = [new Int32Array(count), new Uint8Array(count)];
  const items = Int32Array.from(contests, ({ item }) => item);
  const won = Int32Array.from(contests, (contest) => contest.won);
  for (const [n, { edits }] of contests.entries()) {
    const start = from[n] as number;
    from[n + 1] = start + edits.length;
    for (const [place, edit] of edits.entries()) {
      person[start + place] = edit.person;
      owned[start + place] = Number(edit.owned);
    }
  }
  return {
    from,
    person,
    owned,
    items,
    won,
    most: contests.reduce((most, { edits }) => Math.max(most, edits.length), 0),
  };
}

/** What is minimised: −log likelihood + λ/2 · Σθ², the bias left free. */
export function loss(contests: readonly Contest[], people: number, weight = lambda): Objective {
  const { from, person, owned, items, won, most } = flat(contests);
  const powers = new Float64Array(most);
  return (x, gradient) => {
    gradient.fill(0);
    const [bias, owner] = [x[0] as number, x[1] as number];
    let value = 0;
    let [biasSlope, ownerSlope] = [0, 0];
    for (let n = 0; n < items.length; n++) {
      const [start, end] = [from[n] as number, from[n + 1] as number];
      const itemAt = 2 + people + (items[n] as number);
      const q = bias + (x[itemAt] as number);
      let top = q;
      for (let at = start; at < end; at++) {
        const strength = (x[2 + (person[at] as number)] as number) + (owned[at] as number) * owner;
        powers[at - start] = strength;
        if (strength > top) top = strength;
      }
      const winner = won[n] as number;
      value += top - (winner < 0 ? q : (powers[winner] as number));
      const none = Math.exp(q - top);
      let sum = none;
      for (let place = 0; place < end - start; place++) {
        const power = Math.exp((powers[place] as number) - top);
        powers[place] = power;
        sum += power;
      }
      value += Math.log(sum);
      for (let at = start; at < end; at++) {
        const slope = (powers[at - start] as number) / sum - (at - start === winner ? 1 : 0);
        const personAt = 2 + (person[at] as number);
        gradient[personAt] = (gradient[personAt] as number) + slope;
        ownerSlope += (owned[at] as number) * slope;
      }
      const slope = none / sum - (winner < 0 ? 1 : 0);
      biasSlope += slope;
      gradient[itemAt] = (gradient[itemAt] as number) + slope;
    }
    gradient[0] = biasSlope;
    gradient[1] = ownerSlope;
    for (let at = 1; at < x.length; at++) {
      const one = x[at] as number;
      value += (weight / 2) * one * one;
      gradient[at] = (gradient[at] as number) + weight * one;
    }
    return value;
  };
}

/** Fits the model to contests: the parameters that make them likeliest, and how they were found. */
export function train(
  contests: readonly Contest[],
  people: number,
  items: number,
  weight = lambda,
): { parameters: Parameters; found: Omit<Minimum, 'x'> } {
  const { x, ...found } = minimise(loss(contests, people, weight), new Float64Array(2 + people + items), {
    tolerance: 1e-5,
  });
  return { parameters: parametersFrom(x, people), found };
}
