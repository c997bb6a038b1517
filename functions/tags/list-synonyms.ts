import type { Handler } from '#functions/http/handler.ts';
import { namesFollowed } from '#shared/tags/rules.ts';
import type { Synonym } from '#shared/tags/schema.ts';
import { betterNameOf, synonymsOf } from './synonyms/table.ts';

const shown = 100;

export const listSynonyms: Handler<'listSynonyms'> = async ({ params: { tag } }) => {
  const [own, { rows }] = await Promise.all([betterNameOf(tag), synonymsOf(tag, shown)]);
  let better = own?.tag ?? null;
  // A better name may have got a better one since. A request each, and hardly ever more than one.
  for (let step = 1; better !== null && step < namesFollowed; step++) {
    const next = await betterNameOf(better);
    if (!next) break;
    better = next.tag;
  }
  const of: Synonym[] = rows.map(({ card }) => JSON.parse(card) as Synonym);
  return {
    better,
    alsoCalled: of.map(({ other }) => other),
    synonyms: [...(own ? [{ tag: own.tag, other: own.other, at: own.at, proposal: own.proposal }] : []), ...of],
  };
};
