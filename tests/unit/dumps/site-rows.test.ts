import { expect, it } from 'vitest';
import { itemRow, parametersRow, synonymRow } from '#functions/dumps/rows.ts';
import type { ItemRow } from '#functions/items/reader.ts';
import type { VersionRow } from '#functions/ranking/reader.ts';
import type { BetterNameRow } from '#functions/tags/reader.ts';
import { dumpRows } from '#shared/dumps/schema.ts';
import { parameters } from '#shared/ranking/parameters.ts';

const proposal = 'aaaaaaaaaaaa';
const key = { pk: 'x', sk: 'y' };
const item: ItemRow = {
  ...key,
  type: 'item',
  id: 'bbbbbbbbbbbb',
  kind: 'link',
  fields: { url: 'https://example.org/', title: 'A page' },
  title: 'A page',
  byline: 'example.org',
  names: ['url:https://example.org/'],
  licence: 'CC-BY-SA-4.0',
  at: '2026-11-27T12:00:00Z',
  by: 'alice',
  byId: 'a person',
  revision: 2,
};

it('an item that was merged says into which, and is whole otherwise', () => {
  const row = itemRow({ ...item, mergedInto: 'cccccccccccc' }, undefined);
  expect(dumpRows.items.parse(row)).toEqual(row);
  expect(row).toMatchObject({ mergedInto: 'cccccccccccc', fields: item.fields, identifiers: item.names });
});

it('an item that was removed says when and why, and nothing else of what it was but its title', () => {
  const removed = { at: '2026-11-27T13:00:00Z', reason: 'Not there.', proposal, secret: 'no' };
  const row = itemRow({ ...item, removed }, undefined);
  expect(dumpRows.items.parse(row)).toEqual(row);
  expect(row).toMatchObject({ title: 'A page', fields: {}, byline: '', identifiers: [], by: 'alice' });
  expect(row.removed).toEqual({ at: removed.at, reason: 'Not there.', proposal });
});

it('better names and versions of the ranking are there with their proposals, and nothing of their rows besides', () => {
  const at = '2026-11-27T12:00:00Z';
  const synonym = synonymRow({ ...key, type: 'betterName', tag: 'web', other: 'www', at, proposal } as BetterNameRow);
  expect(dumpRows.synonyms.parse(synonym)).toEqual({ tag: 'web', other: 'www', at, proposal });
  const made = { n: 1, version: '3.1', values: { wilsonZ: 2 }, at, proposal, summary: 'Surer.' };
  const version = parametersRow({ ...key, type: 'parameters', ...made } as VersionRow);
  expect(dumpRows.parameters.parse(version)).toEqual({
    version: '3.1',
    at,
    proposal,
    summary: 'Surer.',
    parameters: { ...parameters, wilsonZ: 2 },
  });
});
