import { createHash } from 'node:crypto';
import { ordered } from '#functions/table/ordered.ts';
import type { Change, ShownChange } from '#shared/proposals/schema.ts';
import { targetText } from '#shared/targets.ts';
import { effectOf } from './effects/effect-of.ts';

const digest = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex')
    .slice(0, 32);

/** What is proposed, by whom, looked at by its effect: what it is about, and what tells it from other changes. */
export async function looked(given: Change, byId: string) {
  const { title, href, subjects, itemId, change = given } = await effectOf(given).check(given, byId);
  // From where it starts makes no other change of it.
  const { base: _base, ...told } = { base: undefined, ...change };
  return {
    whole: change,
    change: shownOf(change),
    about: { title, href },
    subjects: subjects.slice(0, 4).map(targetText),
    ...(itemId === undefined ? {} : { itemId }),
    same: digest(told),
  };
}

/** A request by its content, to know it again under its Idempotency-Key. */
export const requestDigest = (request: unknown) => digest(request);

function shownOf(change: Change): ShownChange {
  if (change.what !== 'edit') return change;
  const { what, itemId, base, fields, text } = change;
  return {
    what,
    itemId,
    base,
    changed: [...(fields ? (['fields'] as const) : []), ...(text === undefined ? [] : (['text'] as const))],
  };
}
