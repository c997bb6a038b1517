import { atMost } from '#functions/runtime/concurrency.ts';
import { stored } from '#functions/table/failures.ts';
import { type Row, transact, writeRows } from '#functions/table/table.ts';
import { commentById, commentKey, mentioned } from '../table.ts';

/** Others may mention somebody thousands of times: whoever was cut off while they left goes on with what is left. */
const [mentionsAtOnce, mentionsAStep] = [20, 200];

/** Takes a person who leaves off whom comments mention, from all of the person's rows; the words of comments stay as they are. */
export async function leaveMentions(personId: string, rows: readonly Row[]): Promise<void> {
  const credits = rows.filter(({ sk }) => sk.startsWith(mentioned));
  for (let at = 0; at < credits.length; at += mentionsAStep) {
    const some = credits.slice(at, at + mentionsAStep);
    await atMost(mentionsAtOnce, some, ({ sk }) => unlinkMention(sk.slice(mentioned.length), personId));
    await writeRows(some.map((row) => ({ delete: row })));
  }
}

async function unlinkMention(commentId: string, personId: string): Promise<void> {
  for (;;) {
    const { mentions = [] } = (await commentById(commentId, { strong: true })) ?? {};
    const rest = mentions.filter((mention) => mention.personId !== personId);
    if (rest.length === mentions.length) return;
    const update = {
      update: commentKey(commentId),
      set: 'SET mentions = :rest',
      condition: 'mentions = :read',
      values: { ':rest': rest, ':read': mentions },
    };
    if (await stored(transact([update]))) return;
  }
}
