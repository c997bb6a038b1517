/** A function of many variables: its value at `x`, whose gradient it writes into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;
export type Minimum = { x: Float64Array; value: number; iterations: number; converged: boolean };

const remembered = 20;
/** A step must lessen the value, and the slope, by so much: near enough to the least along it that few steps are wasted. */
const [armijo, curvature] = [1e-4, 0.4];

/** A value that falls by less than this part of itself is as low as it gets: sums are no more exact than that. */
const still = 1e-13;

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};
const largest = (a: Float64Array) => {
  let most = 0;
  for (const value of a) most = Math.max(most, Math.abs(value));
  return most;
};
const addTimes = (to: Float64Array, from: Float64Array, times: number) => {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (from[i] as number);
};

type Point = { x: Float64Array; value: number; gradient: Float64Array };
type Pair = { step: Float64Array; turn: Float64Array; product: number };

/**
 * Minimises a smooth function from `start` by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithms 7.4, 7.5)
 * with a line search for the strong Wolfe conditions (3.5, 3.6): up to `iterations`, or until no part of the gradient
 * is above `tolerance`, or the value does not fall any more. The same start gives the same minimum, always.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { iterations = 500, tolerance = 1e-6 }: { iterations?: number; tolerance?: number } = {},
): Minimum {
  const at = (x: Float64Array): Point => {
    const gradient = new Float64Array(x.length);
    return { x, value: objective(x, gradient), gradient };
  };
  let here = at(start.slice());
  const pairs: Pair[] = [];
  for (let n = 0; n < iterations; n++) {
    if (largest(here.gradient) <= tolerance) return { x: here.x, value: here.value, iterations: n, converged: true };
    const direction = downhill(here.gradient, pairs);
    const first = pairs.length === 0 ? 1 / Math.max(1, largest(here.gradient)) : 1;
    const next = lineSearch(at, here, direction, first);
    if (!next) {
      // What is remembered may mislead; without it the way down is the gradient’s.
      if (pairs.length === 0) {
        const converged = largest(here.gradient) <= tolerance * Math.max(1, Math.abs(here.value));
        return { x: here.x, value: here.value, iterations: n, converged };
      }
      pairs.length = 0;
      continue;
    }
    const step = next.x.slice();
    addTimes(step, here.x, -1);
    const turn = next.gradient.slice();
    addTimes(turn, here.gradient, -1);
    const product = dot(step, turn);
    if (product > 1e-12 * dot(turn, turn)) pairs.push({ step, turn, product });
    if (pairs.length > remembered) pairs.shift();
    const isStill = here.value - next.value <= still * Math.abs(next.value);
    here = next;
    if (isStill && pairs.length > 1) return { x: here.x, value: here.value, iterations: n + 1, converged: true };
  }
  const converged = largest(here.gradient) <= tolerance;
  return { x: here.x, value: here.value, iterations, converged };
}

/** The way down: the inverse Hessian as the last steps tell of it, times the gradient, turned round. */
function downhill(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const way = gradient.map((value) => -value);
  const weights: number[] = [];
  for (const { step, turn, product } of [...pairs].reverse()) {
    const weight = dot(step, way) / product;
    weights.push(weight);
    addTimes(way, turn, -weight);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = last.product / dot(last.turn, last.turn);
    for (let i = 0; i < way.length; i++) way[i] = (way[i] as number) * scale;
  }
  for (const { step, turn, product } of pairs) {
    const weight = weights.pop() ?? 0;
    addTimes(way, step, weight - dot(turn, way) / product);
  }
  return way;
}

type Tried = Point & { length: number; slope: number };

/** A point along a direction where value and slope are low enough; undefined where none is found. */
function lineSearch(
  at: (x: Float64Array) => Point,
  from: Point,
  direction: Float64Array,
  first: number,
): Point | undefined {
  const slope = dot(from.gradient, direction);
  if (!(slope < 0)) return undefined;
  const start: Tried = { ...from, length: 0, slope };
  const tryAt = (length: number): Tried => {
    const x = from.x.slice();
    addTimes(x, direction, length);
    const point = at(x);
    return { ...point, length, slope: dot(point.gradient, direction) };
  };
  const tooHigh = ({ value, length }: Tried) => !(value <= from.value + armijo * length * slope);
  const isFlat = (tried: Tried) => Math.abs(tried.slope) <= -curvature * slope;
  const between = (left: Tried, right: Tried): Tried | undefined => {
    let [low, high] = [left, right];
    for (let n = 0; n < 40; n++) {
      const tried = tryAt(inside(low, high));
      if (tooHigh(tried) || tried.value >= low.value) high = tried;
      else {
        if (isFlat(tried)) return tried;
        if (tried.slope * (high.length - low.length) >= 0) high = low;
        low = tried;
      }
      if (Math.abs(high.length - low.length) < 1e-14 * Math.max(1, low.length)) break;
    }
    return low.length > 0 && !tooHigh(low) ? low : undefined;
  };
  let before = start;
  let length = first;
  for (let n = 0; n < 40; n++) {
    const tried = tryAt(length);
    if (tooHigh(tried) || (n > 0 && tried.value >= before.value)) return between(before, tried);
    if (isFlat(tried)) return tried;
    if (tried.slope >= 0) return between(tried, before);
    before = tried;
    length *= 2;
  }
  return before.length > 0 ? before : undefined;
}

/** Where the cubic through two points with their slopes is lowest, kept off both ends; the middle where it tells nothing. */
function inside(low: Tried, high: Tried): number {
  const width = high.length - low.length;
  const middle = low.length + width / 2;
  const d1 = low.slope + high.slope - (3 * (low.value - high.value)) / (low.length - high.length);
  const root = d1 * d1 - low.slope * high.slope;
  if (!(root >= 0)) return middle;
  const d2 = Math.sign(width) * Math.sqrt(root);
  const length = high.length - (width * (high.slope + d2 - d1)) / (high.slope - low.slope + 2 * d2);
  const share = (length - low.length) / width;
  return Number.isFinite(share) && share > 0.1 && share < 0.9 ? length : middle;
}
