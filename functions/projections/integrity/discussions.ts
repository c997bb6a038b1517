import {
  type CommentGate,
  type CommentRow,
  commentOfVersion,
  mentionedKey,
  saidKey,
} from '#functions/discussions/table.ts';
import type { Row } from '#functions/table/table.ts';
import { type Check, Counterparts, entryOf } from './check.ts';

type Fact = Pick<CommentRow, 'parent' | 'n' | 'withdrawn'>;

/** What is stored of one comment. */
class Stored {
  fact: Fact | undefined;
  gate: Pick<CommentGate, 'replies' | 'closed'> | undefined;
  replies = 0;
  /** The places of its first replies. */
  readonly places: number[] = [];

  differences(): string[] {
    const { fact, gate, places } = this;
    const found: string[] = [];
    if (!fact) {
      if (this.replies > 0) found.push(`has ${this.replies} replies, and is not there`);
      if (gate) found.push('has a count of replies, and is not there');
      return found;
    }
    // Replies that were withdrawn stay counted.
    if ((gate?.replies ?? 0) < this.replies)
      found.push(`has ${this.replies} replies, and counted ${gate?.replies ?? 0}`);
    if (new Set(places).size < places.length || places.some((n) => n > (gate?.replies ?? 0)))
      found.push(`has first replies at ${places.join(', ')}, and counted ${gate?.replies ?? 0}`);
    if (gate?.closed && !fact.withdrawn) found.push('takes no replies, and was not withdrawn');
    if (fact.withdrawn !== undefined && !gate?.closed) found.push('was withdrawn, and takes replies');
    return found;
  }
}

/** Every comment answers one that is there, none takes another's place; who wrote it or is mentioned is found by it. */
export function checkDiscussions(): Check {
  const all = new Map<string, Stored>();
  const said = new Counterparts();
  const mentioned = new Counterparts();
  const of = (id: string) => entryOf(all, id, () => new Stored());
  const add: Record<string, (row: Row) => void> = {
    comment: (row) => {
      const { id, parent, n, withdrawn, byId, mentions } = row as CommentRow;
      of(id).fact = { parent, n, withdrawn } as Fact;
      if (byId !== undefined) said.call(saidKey(byId, id));
      for (const { personId } of mentions ?? []) mentioned.call(mentionedKey(personId, id));
      if (parent === undefined) return;
      of(parent).replies++;
      if (n !== undefined) of(parent).places.push(n);
    },
    commentGate: (row) => {
      const { replies, closed } = row as CommentGate;
      of(commentOfVersion(row)).gate = { replies, ...(closed ? { closed } : {}) };
    },
    commentSaid: (row) => said.find(row),
    commentMention: (row) => mentioned.find(row),
  };
  return {
    add: (row) => add[String(row.type)]?.(row),
    differences: () => [
      ...[...all].flatMap(([id, stored]) => stored.differences().map((what) => `The comment ${id} ${what}`)),
      ...said.differences('that somebody wrote a comment'),
      ...mentioned.differences('that somebody is mentioned'),
    ],
  };
}
