import type { Counts } from '../items/schema.ts';
import { type Parameters, parameters } from './parameters.ts';
import type { Explanation, Order } from './schema.ts';
import { ageUnits, bestBy, scoreOf } from './scores.ts';
import { meanUpMinute } from './settle.ts';
import { ratingCount, wholeStars } from './stars.ts';
import { secondsOf } from './time.ts';

const fixed = (value: number) => String(Math.round(value * 1e4) / 1e4);
type Account = Pick<Explanation, 'formula' | 'inputs' | 'working'>;

function explainBest(counts: Counts, _at: string, p: Parameters): Account {
  if (bestBy(counts) === 'stars') {
    const stars = wholeStars(counts.ratings);
    const total = ratingCount(counts.ratings);
    const share = stars.map((count) => (count + 1) / (total + 5));
    const mean = share.reduce((sum, part, index) => sum + part * (index + 1), 0);
    const square = share.reduce((sum, part, index) => sum + part * (index + 1) ** 2, 0);
    return {
      formula: `(mean − ${p.starsZ} × √(variance / (ratings + 6)) − 1) / 4, with one rating of each star added`,
      inputs: [
        ...stars.map((count, index) => ({ name: `${index + 1} star${index ? 's' : ''}`, value: count })),
        { name: 'mean with the added five', value: mean },
        { name: 'variance', value: square - mean * mean },
      ],
      working: `(${fixed(mean)} − ${p.starsZ} × √(${fixed(square - mean * mean)} / ${total + 6}) − 1) / 4`,
    };
  }
  const n = counts.up + counts.down;
  return {
    formula: `lower end of the Wilson interval of up / (up + down), z = ${p.wilsonZ}`,
    inputs: [
      { name: 'up', value: counts.up },
      { name: 'down', value: counts.down },
    ],
    working:
      n === 0
        ? 'no judgement yet'
        : `(${counts.up}/${n} + z²/${2 * n} − z × √((${counts.up}/${n} × ${counts.down}/${n} + z²/${4 * n}) / ${n})) / (1 + z²/${n})`,
  };
}

/** How much more or less than in the beginning ten times the votes weigh; nothing where it is as much. */
const weight = (now: number, unit: number) => (now === unit ? '' : ` × ${now} / ${unit}`);

const accounts: Record<Order, (counts: Counts, at: string, p: Parameters) => Account> = {
  hot: ({ net }, at, p) => ({
    formula: `sign(net) × log₁₀(max(|net|, 1))${weight(p.hotSecondsPerDecade, ageUnits.hot)} + (added − ${p.hotEpoch}) / ${ageUnits.hot}`,
    inputs: [
      { name: 'net votes', value: net },
      { name: 'added, in seconds since 1970', value: secondsOf(at) },
    ],
    working: `${Math.sign(net)} × log₁₀(${Math.max(Math.abs(net), 1)})${weight(p.hotSecondsPerDecade, ageUnits.hot)} + (${secondsOf(at)} − ${p.hotEpoch}) / ${ageUnits.hot}`,
  }),
  top: ({ up, down, net }) => ({
    formula: 'up − down',
    inputs: [
      { name: 'up', value: up },
      { name: 'down', value: down },
      { name: 'net votes', value: net },
    ],
    working: `${up} − ${down}`,
  }),
  new: (_counts, at) => ({
    formula: 'when it was added, in seconds since 1970',
    inputs: [{ name: 'added', value: secondsOf(at) }],
    working: at,
  }),
  rising: (counts, _at, p) => ({
    formula: `log₁₀(net)${weight(p.risingMinutesPerDecade, ageUnits.rising)} + mean minute of the up votes / ${ageUnits.rising}; from a net of 1, for ${p.risingDays} days from that minute`,
    inputs: [
      { name: 'net votes', value: counts.net },
      { name: 'mean minute of the up votes, since 2020, to the hour', value: meanUpMinute(counts) },
    ],
    working: `log₁₀(${Math.max(counts.net, 1)})${weight(p.risingMinutesPerDecade, ageUnits.rising)} + ${fixed(meanUpMinute(counts))} / ${ageUnits.rising}`,
  }),
  best: explainBest,
  controversial: ({ up, down }, _at, p) => ({
    formula: `(up + down) ^ (smaller / larger); where larger ≤ ${p.controversialRatio} × smaller`,
    inputs: [
      { name: 'up', value: up },
      { name: 'down', value: down },
    ],
    working: `(${up} + ${down}) ^ (${Math.min(up, down)} / ${Math.max(up, down)})`,
  }),
  reviewed: ({ reviews }) => ({
    formula: 'number of reviews',
    inputs: [{ name: 'reviews', value: reviews }],
    working: String(reviews),
  }),
  saved: ({ saves }) => ({
    formula: 'number of people who saved it in public',
    inputs: [{ name: 'saves', value: saves }],
    working: String(saves),
  }),
};

/** Why an item stands where it stands in an order: the formula, its numbers, and the score they give. */
export function explain(order: Order, counts: Counts, at: string, p: Parameters = parameters): Explanation {
  return { order, ...accounts[order](counts, at, p), score: scoreOf(order, { counts, at }, p) ?? null };
}
