import { refusedBy } from '#functions/table/refused-by.ts';
import { queryAll, type Write } from '#functions/table/table.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import { levelPartition } from '../pages/table.ts';
import { type CommentRow, commentById, commentKey } from '../table.ts';

/** The write that marks a comment as folded, or not any more, to stand beside what decided so; none where it is gone. */
export async function commentFoldWrites(commentId: string, folded: Folded | undefined): Promise<Write[]> {
  if (!(await commentById(commentId, { strong: true }))) return [];
  return [
    {
      update: commentKey(commentId),
      set: folded ? 'SET folded = :folded' : 'REMOVE folded',
      condition: 'attribute_exists(pk)',
      ...(folded ? { values: { ':folded': foldOf(folded) } } : {}),
    },
  ];
}

/** The write that takes the text off a comment as it was read, and names the act that did. */
export function textRemoval({ id, revision }: CommentRow, act: string) {
  return {
    update: commentKey(id),
    // What it quotes is its author’s word, too.
    set: 'SET #text = :empty, mentions = :nobody, removed = :act, revision = revision + :one REMOVE line',
    condition: 'revision = :read AND attribute_not_exists(removed)',
    names: { '#text': 'text' },
    values: { ':empty': '', ':nobody': [], ':act': act, ':one': 1, ':read': revision },
  };
}

/** The ids of all comments below something (`targetText`, or a comment) that are listed, folded ones too. */
async function idsBelow(parent: string): Promise<string[]> {
  const ids = (await queryAll({ pk: levelPartition(parent, 'time') })).map(({ sk }) =>
    sk.slice(sk.lastIndexOf('#') + 1),
  );
  const below: string[] = [];
  for (const id of ids) below.push(...(await idsBelow(id)));
  return [...ids, ...below];
}

/**
 * Takes off the comments on something what they quote of it, as far as they are listed, and calls it by another title
 * there. Repeating it changes nothing.
 */
export async function takeOffQuotes(target: string, title: string): Promise<void> {
  for (const id of await idsBelow(target)) {
    const write = { update: commentKey(id), set: 'SET about.title = :title REMOVE line', values: { ':title': title } };
    await refusedBy([{ ...write, condition: 'attribute_exists(pk)' }], []);
  }
}
