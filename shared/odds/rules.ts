import type { Data, Settlement } from './contests.ts';
import { type Contest, chances, logLikelihood, type Parameters, strengthsOf, train } from './model.ts';
import type { Calibration, MyOdds, OddsModel, ReliabilityBin } from './schema.ts';

const binsOf = 10;
/** The share of contests, the last ones, that odds learned from those before are tried on. */
const heldOut = 0.2;
/** Fewer contests say nothing of how odds come true. */
const leastTried = 20;

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** What a training brings: the model as it is shown, and each person’s and item’s number with how many edits it comes from. */
export type Trained = {
  model: OddsModel;
  skills: Map<string, { value: number; edits: number }>;
  difficulties: Map<string, { value: number; edits: number }>;
};

/** Learns from what edits came to; the same facts give the same model. */
export function learn(all: readonly Settlement[], data: Data, at: string): Trained {
  const { contests, people, items, editsOf } = data;
  const model = {
    at,
    settled: all.reduce((sum, { edits }) => sum + edits.length, 0),
    contests: contests.length,
    people: people.length,
    items: items.length,
    stayed: rounded(shareStayed(contests)),
  };
  const nothing = new Map<string, { value: number; edits: number }>();
  if (!isTelling(contests)) {
    return { model: { ...model, learned: null, calibration: null }, skills: nothing, difficulties: nothing };
  }
  const { parameters, found } = train(contests, people.length, items.length);
  const numbered = (ids: readonly string[], values: Float64Array, edits: readonly number[]) =>
    new Map(ids.map((id, n) => [id, { value: rounded(values[n] ?? 0), edits: edits[n] ?? 0 }]));
  return {
    model: {
      ...model,
      learned: {
        bias: rounded(parameters.bias),
        owner: rounded(parameters.owner),
        logLikelihood: rounded(logLikelihood(contests, parameters)),
        iterations: found.iterations,
      },
      calibration: calibrate(data),
    },
    skills: numbered(people, parameters.skills, editsOf.people),
    difficulties: numbered(items, parameters.difficulties, editsOf.items),
  };
}

/** Where everything stayed, or nothing did, all that can be learned is that: the bias, held back by nothing, would go on for ever. */
function isTelling(contests: readonly Contest[]): boolean {
  return contests.some(({ won }) => won >= 0) && contests.some(({ won }) => won < 0);
}

function shareStayed(contests: readonly Contest[]): number {
  const edits = contests.reduce((sum, contest) => sum + contest.edits.length, 0);
  return edits === 0 ? 0 : contests.filter(({ won }) => won >= 0).length / edits;
}

/** Tries odds learned from the first four fifths of time on the last one; null where that is too little. */
function calibrate({ contests, times, people, items }: Data): Calibration | null {
  const from = Math.floor(contests.length * (1 - heldOut));
  const [before, after] = [contests.slice(0, from), contests.slice(from)];
  if (after.length < leastTried || !isTelling(before)) return null;
  const { parameters } = train(before, people.length, items.length);
  const stayed = before.filter(({ won }) => won >= 0).length / before.length;
  const baseline = after.map(({ won, edits }) =>
    Math.log(Math.max(1e-9, won < 0 ? 1 - stayed : stayed / edits.length)),
  );
  return {
    contests: after.length,
    since: new Date(times[from] ?? 0).toISOString(),
    logLoss: rounded(-logLikelihood(after, parameters) / after.length),
    baseline: rounded(-baseline.reduce((sum, one) => sum + one, 0) / after.length),
    bins: reliability(after, parameters),
  };
}

/** How often edits stayed, by the odds they were given: tenths without edits are left out. */
export function reliability(contests: readonly Contest[], parameters: Parameters): ReliabilityBin[] {
  const bins = Array.from({ length: binsOf }, () => ({ edits: 0, predicted: 0, stayed: 0 }));
  for (const contest of contests) {
    const { strengths, q } = strengthsOf(contest, parameters);
    for (const [place, odds] of chances(strengths, q).edits.entries()) {
      const bin = bins[Math.min(binsOf - 1, Math.floor(odds * binsOf))];
      if (!bin) continue;
      bin.edits++;
      bin.predicted += odds;
      bin.stayed += Number(place === contest.won);
    }
  }
  return bins.flatMap(({ edits, predicted, stayed }, n) =>
    edits === 0
      ? []
      : [
          {
            from: n / binsOf,
            to: (n + 1) / binsOf,
            edits,
            predicted: rounded(predicted / edits),
            stayed: rounded(stayed / edits),
          },
        ],
  );
}

type Known = { value: number; edits: number };

/** The odds of a person’s next edit to an item. `rivals` are the strengths of others’ edits that stand against it. */
export function oddsOf(
  { learned, at }: OddsModel,
  {
    itemId,
    you,
    isOwner,
    item,
    rivals,
  }: {
    itemId: string;
    you: Known | undefined;
    isOwner: boolean;
    item: Known | undefined;
    rivals: readonly number[];
  },
): MyOdds {
  if (!learned || !you) return { itemId, odds: null, reasons: null, at };
  const added = isOwner ? learned.owner : 0;
  const { edits } = chances([you.value + added, ...rivals], (item?.value ?? 0) + learned.bias);
  return {
    itemId,
    odds: rounded(edits[0] ?? 0),
    reasons: {
      you,
      added,
      // What an item is hard by speaks against an edit.
      item: item ? { value: 0 - item.value, edits: item.edits } : null,
      usual: 0 - learned.bias,
      competing: rivals.length,
    },
    at,
  };
}
