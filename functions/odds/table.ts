import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type ItemRow, itemKey } from '#functions/items/reader.ts';
import { personPartition } from '#functions/people/reader.ts';
import { type RevisionRow, revisionKey } from '#functions/revisions/reader.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { environment } from '#functions/runtime/environment.ts';
import { getRow, getRows, type Key, keyText, queryRows, type Row, writeRows } from '#functions/table/table.ts';
import type { Proposed, Revised } from '#shared/odds/contests.ts';
import type { Trained } from '#shared/odds/rules.ts';
import type { OddsModel } from '#shared/odds/schema.ts';

/**
 * What was learned: the model in one row, and a row beside each person and item there is enough history of. `version` is
 * the model’s moment: a row of another one is about to be replaced or removed.
 */
type ModelRow = Row & { type: 'odds'; model: OddsModel };
export type KnownRow = Row & { type: 'odds'; value: number; edits: number; version: string };

const modelKey: Key = { pk: 'ODDS', sk: 'MODEL' };
const skillKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'ODDS' });
const difficultyKey = (itemId: string): Key => ({ pk: itemKey(itemId).pk, sk: 'ODDS' });

/** Whether a row holds something that was learned. */
export const isOddsRow = (row: Row): boolean => row.type === 'odds';

/** What was learned last, without people and items; undefined where nothing ever was. */
export async function modelNow(): Promise<OddsModel | undefined> {
  return (await getRow<ModelRow>(modelKey))?.model;
}

/** All that the odds of a person’s edit to an item come from, in one request: at most 3 read units. */
export async function oddsRows(personId: string, itemId: string) {
  const rows = await getRows([modelKey, skillKey(personId), difficultyKey(itemId), itemKey(itemId)]);
  const find = (key: Key) => rows.get(keyText(key));
  return {
    model: (find(modelKey) as ModelRow | undefined)?.model,
    skill: find(skillKey(personId)) as KnownRow | undefined,
    difficulty: find(difficultyKey(itemId)) as KnownRow | undefined,
    item: find(itemKey(itemId)) as ItemRow | undefined,
  };
}

/** What is known of people, by id; without those there is too little history of. Half a read unit each. */
export async function skillsOf(personIds: readonly string[]): Promise<Map<string, KnownRow>> {
  const rows = await getRows(personIds.map(skillKey));
  return new Map(
    personIds.flatMap((id) => {
      const row = rows.get(keyText(skillKey(id))) as KnownRow | undefined;
      return row ? [[id, row] as const] : [];
    }),
  );
}

/** Who added each of these items, by item; without those whom nobody here added. */
export async function ownersOf(itemIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await getRows(itemIds.map(itemKey));
  return new Map(
    itemIds.flatMap((id) => {
      const byId = (rows.get(keyText(itemKey(id))) as ItemRow | undefined)?.byId;
      return byId ? [[id, byId] as const] : [];
    }),
  );
}

export type Facts = { revisions: Revised[]; proposals: Proposed[]; learned: Key[] };
type ProposalRow = Row & Proposed & { change?: { what?: string } };

/**
 * Every revision and every proposal to edit, as far as odds are learned from them, and where something was learned
 * before. Reads the whole table: half a read unit for each 4 KB. `onPage` hears how many were found, a megabyte a time.
 */
export async function factsForOdds(onPage: (found: number) => void): Promise<Facts> {
  const facts: Facts = { revisions: [], proposals: [], learned: [] };
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documentClient().send(
      new ScanCommand({
        TableName: environment.tableName,
        FilterExpression: '#type IN (:revision, :proposal, :odds)',
        ProjectionExpression:
          'pk, sk, #type, itemId, #n, #at, byId, did, #proposal, reverted.#from, reverted.#to, id, #state, decidedAt, change.what',
        ExpressionAttributeNames: {
          '#type': 'type',
          '#n': 'n',
          '#at': 'at',
          '#proposal': 'proposal',
          '#from': 'from',
          '#to': 'to',
          '#state': 'state',
        },
        ExpressionAttributeValues: { ':revision': 'revision', ':proposal': 'proposal', ':odds': 'odds' },
        ExclusiveStartKey: start,
      }),
    );
    for (const row of (page.Items ?? []) as Row[]) take(facts, row);
    onPage(facts.revisions.length + facts.proposals.length);
    start = page.LastEvaluatedKey;
  } while (start);
  return facts;
}

function take(facts: Facts, row: Row): void {
  if (row.type === 'odds') facts.learned.push({ pk: row.pk, sk: row.sk });
  else if (row.type === 'revision') facts.revisions.push(revisedFrom(row as Row & Revised));
  else {
    const { id, itemId, at, byId, state, decidedAt, change } = row as ProposalRow;
    if (change?.what !== 'edit' || !itemId) return;
    facts.proposals.push({
      id,
      itemId,
      at,
      state,
      ...(byId ? { byId } : {}),
      ...(decidedAt ? { decidedAt } : {}),
    });
  }
}

function revisedFrom({ itemId, n, at, byId, did, proposal, reverted }: Revised): Revised {
  return {
    itemId,
    n,
    at,
    did,
    ...(byId ? { byId } : {}),
    ...(proposal ? { proposal } : {}),
    ...(reverted?.from === undefined ? {} : { reverted }),
  };
}

/** Stores what was learned in place of what was before: a write for each person and item, and one for each that is left out now. */
export async function storeLearned(
  { model, skills, difficulties }: Trained,
  before: readonly Key[],
): Promise<{ written: number; removed: number }> {
  const rows: Row[] = [];
  const add = (key: Key, known: { value: number; edits: number }) =>
    rows.push({ ...key, type: 'odds', ...known, version: model.at });
  for (const [personId, known] of skills) add(skillKey(personId), known);
  for (const [itemId, known] of difficulties) add(difficultyKey(itemId), known);
  await writeRows(rows.map((put) => ({ put })));
  // The version comes last: until then what was learned before is not used with what is new.
  await writeRows([{ put: { ...modelKey, type: 'odds', model } }]);
  const kept = new Set([...rows, modelKey].map(keyText));
  const gone = before.filter((key) => !kept.has(keyText(key)));
  await writeRows(gone.map((key) => ({ delete: key })));
  return { written: rows.length + 1, removed: gone.length };
}

/** How many of an item's latest revisions are looked at for edits that stand against a new one. */
const lookedAt = 20;

/** Who edited an item since a moment (ISO 8601), the first wording aside: each once. One request. */
export async function editorsSince(itemId: string, since: string): Promise<string[]> {
  const { rows } = await queryRows<RevisionRow>({
    pk: revisionKey(itemId, 1).pk,
    from: revisionKey(itemId, 2).sk,
    to: revisionKey(itemId, 99_999_999).sk,
    descending: true,
    limit: lookedAt,
  });
  const made = rows.filter(({ at, did }) => at >= since && did === 'edited');
  return [...new Set(made.flatMap(({ byId }) => byId ?? []))];
}
