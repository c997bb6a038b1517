import { describe, expect, it } from 'vitest';
import { minimise, type Objective } from '#shared/odds/minimise.ts';
import { type Contest, chances, lambda, loss, strengthsOf, train } from '#shared/odds/model.ts';
import fc from '#tests/setup/properties.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

describe('the least of a function', () => {
  /** Rosenbrock’s valley, along which it is a long way to (1, 1, …). */
  const valley: Objective = (x, gradient) => {
    gradient.fill(0);
    let value = 0;
    for (let i = 0; i + 1 < x.length; i += 2) {
      const [a, b] = [x[i] as number, x[i + 1] as number];
      const [rise, rest] = [b - a * a, 1 - a];
      value += 100 * rise * rise + rest * rest;
      gradient[i] = -400 * a * rise - 2 * rest;
      gradient[i + 1] = 200 * rise;
    }
    return value;
  };
  /** Beale’s function: least at (3, .5). */
  const beale: Objective = ([x = 0, y = 0], gradient) => {
    const terms = [1.5, 2.25, 2.625].map((c, k) => ({ k: k + 1, term: c - x + x * y ** (k + 1) }));
    gradient[0] = terms.reduce((sum, { k, term }) => sum + 2 * term * (y ** k - 1), 0);
    gradient[1] = terms.reduce((sum, { k, term }) => sum + 2 * term * k * x * y ** (k - 1), 0);
    return terms.reduce((sum, { term }) => sum + term * term, 0);
  };
  /** A bowl a million times steeper one way than the other. */
  const bowl: Objective = (x, gradient) =>
    x.reduce((sum, value, i) => {
      const steep = 10 ** ((6 * i) / (x.length - 1));
      gradient[i] = steep * (value - i);
      return sum + (steep / 2) * (value - i) ** 2;
    }, 0);

  it.each([
    ['Rosenbrock, from (−1.2, 1)', valley, [-1.2, 1], [1, 1]],
    ['Rosenbrock in a hundred', valley, Array.from({ length: 100 }, (_, i) => (i % 2 ? 1 : -1.2)), Array(100).fill(1)],
    ['Beale', beale, [1, 1], [3, 0.5]],
    ['a steep bowl', bowl, Array(20).fill(50), Array.from({ length: 20 }, (_, i) => i)],
  ])('is found: %s', (_name, objective, start, least) => {
    const found = minimise(objective, Float64Array.from(start), { iterations: 2000, tolerance: 1e-7 });
    expect(found.converged).toBe(true);
    for (const [i, value] of found.x.entries()) expect(value).toBeCloseTo(least[i] ?? 0, 4);
    expect(minimise(objective, Float64Array.from(start), { iterations: 2000, tolerance: 1e-7 })).toEqual(found);
  });

  it('is where it begins, if that is it; and says where it gave up', () => {
    expect(minimise(valley, Float64Array.of(1, 1))).toMatchObject({ iterations: 0, converged: true, value: 0 });
    expect(minimise(valley, Float64Array.of(-1.2, 1), { iterations: 3 })).toMatchObject({ converged: false });
    const endless: Objective = ([x = 0], gradient) => {
      gradient[0] = 1;
      return x;
    };
    expect(minimise(endless, Float64Array.of(0), { iterations: 50 }).converged).toBe(false);
  });
});

describe('the chances of edits', () => {
  it('of strengths (1, 0) against .5: .506 for the first', () => {
    const { edits, none } = chances([1, 0], 0.5);
    expect(edits[0]).toBeCloseTo(0.506, 3);
    expect((edits[0] ?? 0) + (edits[1] ?? 0) + none).toBeCloseTo(1, 12);
    expect(chances([0], 0).edits[0]).toBe(0.5);
  });

  it('sum to one however large the strengths, grow with one’s own and fall with others’', () => {
    const number = fc.double({ min: -800, max: 800, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), number, (strengths, q) => {
        const { edits, none } = chances(strengths, q);
        expect(edits.reduce((sum, one) => sum + one, none)).toBeCloseTo(1, 9);
        const [first = 0, ...others] = strengths;
        const own = edits[0] ?? 0;
        expect(chances([first + 1, ...others], q).edits[0]).toBeGreaterThanOrEqual(own);
        expect(chances([...strengths, 0], q).edits[0]).toBeLessThanOrEqual(own);
      }),
    );
  });
});

/** Contests as a model of these parameters brings them about, from a seed. */
function simulated(seed: number, size: { people: number; items: number; contests: number }) {
  const chance = chanceFrom(seed);
  const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const truth = {
    skills: Float64Array.from({ length: size.people }, normal),
    difficulties: Float64Array.from({ length: size.items }, normal),
    bias: -0.6,
    owner: 0.8,
  };
  const contests = Array.from({ length: size.contests }, (): Contest => {
    const rivals = 1 + Number(chance(4) === 0) + Number(chance(12) === 0);
    const people = new Set(Array.from({ length: rivals }, () => chance(size.people)));
    const item = chance(size.items);
    const edits = [...people].map((person) => ({ person, owned: person % size.items === item || chance(20) === 0 }));
    const { strengths, q } = strengthsOf({ item, edits, won: -1 }, truth);
    let left = uniform();
    const won = chances(strengths, q).edits.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    return { item, edits, won };
  });
  return { truth, contests };
}

describe('the model', () => {
  it('has the gradient of its loss', () => {
    const { contests } = simulated(1, { people: 6, items: 4, contests: 60 });
    const objective = loss(contests, 6);
    const x = Float64Array.from({ length: 12 }, (_, i) => Math.sin(i + 1));
    const gradient = new Float64Array(12);
    objective(x, gradient);
    const none = new Float64Array(12);
    for (const i of x.keys()) {
      const h = 1e-5;
      const at = (change: number) => objective(x.with(i, (x[i] ?? 0) + change), none);
      expect(gradient[i]).toBeCloseTo((at(h) - at(-h)) / (2 * h), 5);
    }
  });

  it('leaves the bias free, and holds everything else back the more the larger λ', () => {
    const contests = Array.from(
      { length: 200 },
      (): Contest => ({ item: 0, edits: [{ person: 0, owned: false }], won: 0 }),
    );
    const size = (weight: number) => {
      const { parameters } = train(contests, 1, 1, weight);
      return Math.abs(parameters.skills[0] ?? 0) + Math.abs(parameters.difficulties[0] ?? 0);
    };
    expect(size(3.5)).toBeLessThan(size(lambda));
  });

  it('finds the parameters that data was made with', () => {
    const size = { people: 120, items: 80, contests: 24_000 };
    const { truth, contests } = simulated(7, size);
    const { parameters, found } = train(contests, size.people, size.items);
    expect(found.converged).toBe(true);
    const error = (a: Float64Array, b: Float64Array) =>
      Math.sqrt(a.reduce((sum, one, i) => sum + (one - (b[i] ?? 0)) ** 2, 0) / a.length);
    // About 250 edits a person and 300 an item: a standard error of .15 to .2, and all skills may be off together.
    expect(error(parameters.skills, truth.skills)).toBeLessThan(0.25);
    expect(error(parameters.difficulties, truth.difficulties)).toBeLessThan(0.25);
    expect(parameters.owner).toBeCloseTo(truth.owner, 0);
    expect(Math.abs(parameters.owner - truth.owner)).toBeLessThan(0.15);
    expect(Math.abs(parameters.bias - truth.bias)).toBeLessThan(0.3);
  });
});
