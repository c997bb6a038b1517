import { invalidInput } from '#functions/http/input.ts';
import { peopleByHandles } from '#functions/people/reader.ts';
import { handlesIn, mentionsAtMost } from '#shared/discussions/rules.ts';
import type { CommentRow } from './table.ts';

/** Whom a text of somebody’s mentions beside themselves: who has a handle that is written in it, by then. @throws invalid_input for more than ten */
export async function mentionsIn(text: string, writerId: string): Promise<CommentRow['mentions']> {
  const handles = handlesIn(text);
  if (handles.length === 0) return [];
  const people = [...(await peopleByHandles(handles))].filter(([, personId]) => personId !== writerId);
  if (people.length > mentionsAtMost) {
    throw invalidInput([{ path: 'body.text', message: `mentions more than ${mentionsAtMost} people` }]);
  }
  return people.map(([handle, personId]) => ({ personId, handle }));
}
