import { itemKey } from '#functions/items/reader.ts';
import { versionsMade } from '#functions/ranking/reader.ts';
import { revisionKey } from '#functions/revisions/reader.ts';
import { refusedBy } from '#functions/table/refused-by.ts';
import type { Key, Write } from '#functions/table/table.ts';
import { type ProposalRow, pieceKey, proposalKey, sameKey, type VersionRow, type VoteRow } from '../table.ts';

/** What an edit is called whose words were taken off: its title said how it would call the item. */
export const removedTitle = 'An edit of an item';
/** What stands in the place of the reason for which an item was removed. */
const removedReason = 'What was said here was removed by law.';

type Ended = Required<Pick<ProposalRow, 'decidedAt' | 'outcome'>>;

/**
 * The writes that take its reason off a proposal as it was read, for an act of moderation (its id), which stays in its
 * place; with `ended` it is refused in the same moment.
 */
export function reasonRemoval(fact: ProposalRow, act: string, ended: Ended | undefined): Write[] {
  const { id, turn, same, change, about } = fact;
  const isEdit = change.what === 'edit';
  const sets = ['#reason = :none', 'removed = :act', 'removedAt = :next', 'turn = :next'];
  if (isEdit) sets.push('about = :about');
  if (ended) sets.push('#state = :refused', 'decidedAt = :at', '#outcome = :outcome');
  return [
    {
      update: proposalKey(id),
      set: `SET ${sets.join(', ')}${ended ? ' REMOVE stuck' : ''}`,
      condition: 'turn = :turn',
      names: { '#reason': 'reason', ...(ended ? { '#state': 'state', '#outcome': 'outcome' } : {}) },
      values: {
        ':none': '',
        ':act': act,
        ':turn': turn,
        ':next': turn + 1,
        ...(isEdit ? { ':about': { ...about, title: removedTitle } } : {}),
        ...(ended ? { ':refused': 'refused', ':at': ended.decidedAt, ':outcome': ended.outcome } : {}),
      },
    },
    ...(ended ? [{ delete: sameKey(same) }] : []),
  ];
}

/** Takes off a version what it says: of an edit what it would change, too. Repeating it changes nothing. */
export async function emptyVersion({ pk, sk, proposalId, version, change, pieces }: VersionRow): Promise<void> {
  const { what } = change;
  const left = what === 'edit' ? { what, itemId: change.itemId, base: change.base } : change;
  await refusedBy(
    [
      {
        update: { pk, sk },
        set: 'SET #reason = :none, #change = :left, pieces = :no',
        condition: 'attribute_exists(pk)',
        names: { '#reason': 'reason', '#change': 'change' },
        values: { ':none': '', ':left': left, ':no': 0 },
      },
      ...Array.from({ length: pieces }, (_, piece) => ({ delete: pieceKey(proposalId, version, piece) })),
    ],
    [],
  );
}

/** Sets one text of a row, on a condition. Where that does not hold there is nothing to take off. */
async function replaceText(key: Key, name: string, text: string, condition: string, values: Record<string, unknown>) {
  const names = Object.fromEntries(name.split('.').map((part) => [`#${part}`, part]));
  const path = name
    .split('.')
    .map((part) => `#${part}`)
    .join('.');
  const set = `SET ${path} = :text`;
  await refusedBy([{ update: key, set, condition, names, values: { ':text': text, ...values } }], []);
}

/** Takes the reason off a vote that was given with what was read. */
export async function emptyVote({ pk, sk, reason }: VoteRow): Promise<void> {
  if (reason !== '') await replaceText({ pk, sk }, 'reason', '', '#reason = :read', { ':read': reason });
}

/** Takes the reason of a proposal off what it became: the revision, the item that it removed, the ranking’s version. */
export async function emptyMade({ id, itemId, revision, change }: ProposalRow): Promise<void> {
  const from = { ':proposal': id };
  if (itemId !== undefined && revision !== undefined)
    await replaceText(revisionKey(itemId, revision), 'summary', '', 'proposal = :proposal', from);
  if (itemId !== undefined && change.what === 'removal')
    await replaceText(itemKey(itemId), 'removed.reason', removedReason, '#removed.proposal = :proposal', from);
  if (change.what !== 'parameters') return;
  const { versions } = await versionsMade({ strong: true });
  for (const { pk, sk } of versions.filter(({ proposal }) => proposal === id))
    await replaceText({ pk, sk }, 'summary', '', 'proposal = :proposal', from);
}
