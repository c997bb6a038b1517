import { afterAll, beforeAll, expect, it } from 'vitest';
import { synonym } from '#functions/proposals/effects/synonym.ts';
import { made } from '#tests/builders/decide.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await as('alice').done('chooseHandle', { body: { handle: 'alice' } });
});
afterAll(() => system.stop());

const of = (tag: string) => seen('listSynonyms', { params: { tag } });
const better = (tag: string, other: string) => made({ what: 'synonym', tag, other });
const refusal = (change: Promise<unknown>) =>
  change.then(
    () => 'made',
    (error: { code?: string }) => error.code,
  );

it('a better name is seen from either name, offered in suggestions, and rewrites nothing', async () => {
  const body = { url: 'https://example.org/c', title: 'C', private: false, tags: ['colour', 'color'] };
  const { save } = await as('alice').done('saveAddress', { body });
  const { proposalId, opposite } = await better('colour', 'color');
  await system.settle();
  const told = { tag: 'colour', other: 'color', at: expect.any(String), proposal: proposalId };
  expect(await of('color')).toEqual({ better: 'colour', alsoCalled: [], synonyms: [told] });
  expect(await of('colour')).toEqual({ better: null, alsoCalled: ['color'], synonyms: [told] });
  const found = await as('alice').done('lookUpSave', { query: { url: 'https://example.org/c' } });
  expect(found.tags.popular).toEqual(['colour']);
  expect(found.save?.tags).toEqual(save.tags);

  expect(await refusal(better('colour', 'color'))).toBe('nothing_changes');
  expect(opposite).toEqual({ what: 'synonym', tag: 'colour', other: 'color', end: true });
  await made(opposite ?? ({} as never));
  await system.settle();
  expect(await of('color')).toEqual({ better: null, alsoCalled: [], synonyms: [] });
  expect(await refusal(made(opposite ?? ({} as never)))).toBe('nothing_changes');
});

it('better names are followed to the best, and never in a circle', async () => {
  await better('scifi', 'sf');
  await better('science-fiction', 'scifi');
  await system.settle();
  expect((await of('sf')).better).toBe('science-fiction');
  expect(await of('scifi')).toMatchObject({ better: 'science-fiction', alsoCalled: ['sf'] });
  expect(await refusal(better('sf', 'science-fiction'))).toBe('change_not_possible');
  expect(await refusal(better('other', 'sf'))).toBe('change_not_possible');
  expect(await refusal(better('web', 'web'))).toBe('change_not_possible');
  await expect(synonym.check({ what: 'synonym', tag: 'sf', other: 'fantastic' })).rejects.toThrow(
    '“sf” has the better name “scifi”',
  );
  const { title, subjects } = await synonym.check({ what: 'synonym', tag: 'web', other: 'www' });
  expect(title).toBe('“web” is the better name of “www”');
  expect(subjects).toHaveLength(2);
});

it('a hundred made at once leave no circle, whichever come first', async () => {
  const tags = Array.from({ length: 12 }, (_, n) => `name-${n}`);
  const pairs = Array.from(
    { length: 100 },
    (_, n) => [tags[n % 12], tags[(n * 7 + (n >> 3)) % 12]] as [string, string],
  );
  const outcomes = await Promise.all(pairs.map(([tag, other]) => refusal(better(tag, other))));
  const known = ['made', 'nothing_changes', 'change_not_possible'];
  expect(outcomes.filter((outcome) => !known.includes(outcome ?? ''))).toEqual([]);
  expect(outcomes.filter((outcome) => outcome === 'made').length).toBeLessThan(tags.length);
  await system.settle();
  for (const tag of tags) {
    const { better: best } = await of(tag);
    if (best !== null) expect((await of(best)).better).toBeNull();
  }
});
