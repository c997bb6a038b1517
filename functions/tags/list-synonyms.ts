import type { Handler } from '#functions/http/handler.ts';
import { peopleHere } from '#functions/people/reader.ts';
import { isInForce, type SynonymPair, synonymQuorum } from '#shared/tags/rules.ts';
import { synonymsSaid } from './synonyms/table.ts';

const shown = 100;

export const listSynonyms: Handler<'listSynonyms'> = async ({ params }) => {
  const [{ rows }, people] = await Promise.all([synonymsSaid(params.tag, shown), peopleHere()]);
  const proposals = rows.map(({ card }) => {
    const pair = JSON.parse(card) as SynonymPair;
    return { ...pair, inForce: isInForce(pair, people) };
  });
  const inForce = proposals.filter((pair) => pair.inForce);
  return {
    better: inForce.find(({ other }) => other === params.tag)?.tag ?? null,
    alsoCalled: inForce.filter(({ tag }) => tag === params.tag).map(({ other }) => other),
    proposals,
    quorum: synonymQuorum(people),
  };
};
