import { atMost } from '#functions/runtime/concurrency.ts';
import { rankedId } from '#shared/ranking/sort-key.ts';
import { entriesByTime } from '../table.ts';
import { versionOf } from './standing.ts';
import { bringUnder, noteReranking, rerankingNow, standingsOf, versionInForce } from './table.ts';

const itemsAStep = 100;
const atOnce = 10;

/**
 * Brings every listed item under the version in force, newest first, until a moment (milliseconds since 1970) or the end: true
 * once all are. Cut off anywhere it goes on where it was; one that is listed meanwhile comes under it by itself.
 */
export async function rerank(until: number): Promise<boolean> {
  for (;;) {
    const inForce = versionOf(await versionInForce());
    if (!inForce) return true;
    const { n } = inForce;
    const noted = await rerankingNow();
    if (noted?.n === n && noted.done) return true;
    let after = noted?.n === n ? noted.after : undefined;
    do {
      const everything = { from: 0, to: Number.MAX_SAFE_INTEGER };
      const { rows, last } = await entriesByTime(everything, { after, limit: itemsAStep, strong: true });
      const standings = await standingsOf(rows.map(({ sk }) => rankedId(sk)));
      const behind = [...standings].filter(([, { ranked }]) => (ranked?.n ?? 0) < n);
      await atMost(atOnce, behind, ([itemId]) => bringUnder(inForce, itemId));
      after = last;
      await noteReranking(after === undefined ? { n, done: true } : { n, after });
      if (after !== undefined && Date.now() >= until) return false;
    } while (after !== undefined);
    // Another version may have come in force on the way.
  }
}
