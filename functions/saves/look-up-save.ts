import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { betterNames, crowdTagsOn, withBetterNames } from '#functions/tags/reader.ts';
import { suggestedTags } from '#shared/saves/rules.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { describeAddress, itemKnownBy, namesOf, ownIdOf } from './address.ts';
import { networkTags } from './network-tags.ts';
import { personTags } from './person-tags.ts';
import { saveFrom } from './reader.ts';
import { isSaved, savesOf } from './table.ts';

/** How many tags are offered, of the crowd's and of people followed, and of one's own. */
const popularShown = 10;
const mineShown = 50;

export const lookUpSave: Handler<'lookUpSave'> = async ({ query: { url, title = '' } }, context) => {
  const { personId, sub } = context.caller;
  const described = describeAddress({ url });
  const ownId = ownIdOf(sub, described);
  const [, item, used, better] = await Promise.all([
    requireAccount(context),
    itemKnownBy([...described.names, ...namesOf(url)], url),
    personTags(personId, undefined, (standing) => standing.public + standing.private),
    betterNames(),
  ]);
  const ids = item ? [item.id, ownId] : [ownId];
  const [mine, crowd, network] = await Promise.all([
    savesOf(personId, ids),
    item ? crowdTagsOn(item.id) : {},
    item ? networkTags(personId, item.id) : [],
  ]);
  const row = ids.map((id) => mine.get(id)).find(isSaved);
  const popular = crowdTags(crowd)
    .slice(0, popularShown)
    .map(({ tag }) => tag);
  return {
    item: item ? { id: item.id, kind: item.kind, title: item.title } : null,
    save: row ? saveFrom(row) : null,
    tags: {
      popular: withBetterNames(popular, better),
      mine: withBetterNames(
        suggestedTags(used.entries, { crowd: popular, title: item?.title ?? title }, mineShown),
        better,
      ),
      network: withBetterNames(network.slice(0, popularShown), better),
    },
  };
};
