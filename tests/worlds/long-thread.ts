import { type CommentRow, commentKey } from '#functions/discussions/table.ts';
import { writeRows } from '#functions/table/table.ts';
import { answersWeighed, questionLongest } from '#shared/discussions/rules.ts';
import { targetText } from '#shared/targets.ts';

/** As long as lists show of a comment, and longer. */
const long = 'It taught me more about patience than any other page I know. '.repeat(40);
const sentence = 'Ask at the desk, they have a key to the room upstairs and a list. ';
const question = sentence.repeat(10).slice(0, questionLongest);
const answer = sentence.repeat(40);
const twelve = (letter: string, n: number) => `${letter}${String(n).padStart(11, '0')}`;

/** The id of a comment of a long thread, and of a question or answer, by its number. */
export const commentIdOf = (n: number) => twelve('C', n);
export const askedIdOf = (n: number) => twelve('Q', n);
/** Rows of one question: itself and as many answers as its best is found among. */
export const eachQuestion = answersWeighed + 1;

type Given = Pick<CommentRow, 'id' | 'target' | 'about' | 'text' | 'mentions'> & { parent?: string; place: number };

const rowOf = (n: number, { parent, place, ...given }: Given): CommentRow => ({
  ...commentKey(given.id),
  type: 'comment',
  ...given,
  ...(parent ? { parent, n: place } : {}),
  above: parent ? [parent] : [],
  depth: parent ? 1 : 0,
  at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().replace('.000', ''),
  by: `writer${n % 7}`,
  byId: twelve('W', n % 7),
  licence: 'CC-BY-SA-4.0',
  revision: 1,
});

/** A thread of so many long comments under an item, every fourth with three replies; `rebuild` lists them. */
export async function longThread(itemId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) =>
    rowOf(n, {
      id: commentIdOf(n),
      target: targetText({ what: 'items', id: itemId }),
      about: { title: 'Talked about', href: `/i/${itemId}` },
      ...(n % 4 === 0 ? {} : { parent: commentIdOf(n - (n % 4)) }),
      place: n % 4,
      text: long,
      mentions: [{ personId: commentIdOf(0), handle: 'judge' }],
    }),
  );
  await writeRows(rows.map((put) => ({ put })));
}

/** So many questions about an item, each with ten long answers, and as many tips; `rebuild` or the projector lists them. */
export async function manyQuestions(itemId: string, count: number): Promise<void> {
  const row = (n: number, what: 'questions' | 'tips', parent?: string) =>
    rowOf(n, {
      id: askedIdOf(n),
      target: targetText({ what, id: itemId }),
      about: { title: 'Asked about', href: `/i/${itemId}/${what}` },
      ...(parent ? { parent } : {}),
      place: n % eachQuestion,
      text: parent ? answer : question,
      mentions: [],
    });
  const asked = Array.from({ length: count * eachQuestion }, (_, n) =>
    row(n, 'questions', n % eachQuestion === 0 ? undefined : askedIdOf(n - (n % eachQuestion))),
  );
  const tips = Array.from({ length: count }, (_, n) => row(n + asked.length, 'tips'));
  await writeRows([...asked, ...tips].map((put) => ({ put: { ...put, itemId } })));
}
