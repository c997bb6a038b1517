import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import type { Change } from '#shared/proposals/schema.ts';
import { made } from '#tests/builders/decide.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { CutProjector } from '#tests/worlds/cut-projector.ts';

let table: TestTable;
let projector: CutProjector;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  await join('alice', 'bob', 'carol');
  projector = new CutProjector();
});
afterAll(() => table.drop());

it.each([0, 1])(
  'a projector cut off or held up anywhere, and one that hears twice, leave nothing of a merge, a removal, a synonym and their taking back (hop %i)',
  async (hop) => {
    const [from, into, gone] = [
      await facts.link(as('alice'), 'https://example.org/from'),
      await facts.link(as('alice'), 'https://example.org/into'),
      await facts.link(as('alice'), 'https://example.org/gone'),
    ];
    for (const { id } of [from, into, gone]) {
      await facts.vote(as('bob'), id, 'up');
      await facts.tag(as('bob'), id, 'web');
      await facts.review(as('carol'), id, { rating: 4, text: 'Fine.' });
    }
    await projector.projectAll();
    let state: Change[] = [
      { what: 'merge', from: from.id, into: into.id },
      { what: 'removal', itemId: gone.id },
      { what: 'synonym', tag: 'web', other: 'www' },
    ];
    const turn = async () => {
      const opposites = [];
      for (const change of state) opposites.push((await made(change)).opposite as Change);
      state = opposites;
    };
    for (let at = 1, held = true; held; at++) {
      await turn();
      if (at % 2) await facts.vote(as('carol'), into.id, at % 4 === 1 ? 'up' : 'down');
      for (let before = 0; before < hop; before++) await projector.project(await projector.written());
      const records = await projector.written();
      const stopped = await projector.hold(records, at, at % 3 === 0);
      held = stopped !== undefined;
      // Meanwhile it is all taken back, and every third time made again.
      if (stopped) {
        await turn();
        if (at % 3 === 1) await turn();
        // A twin of it, which got the same batch, may be faster, and go on.
        if (at % 2) {
          while (!(await projector.project(records)));
          await projector.projectAll();
        }
        if (!(await stopped.goOn())) while (!(await projector.project(records)));
      }
      await projector.projectAll();
      await projector.project(records);
      await projector.projectAll();
      expect((await audit()).differences, `held at request ${at}`).toEqual([]);
    }
    await rebuild();
    expect((await audit()).differences).toEqual([]);
  },
);
