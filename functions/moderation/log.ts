import { ordered } from '#functions/table/ordered.ts';
import { newId } from '#shared/ids.ts';
import type { Act } from '#shared/moderation/schema.ts';
import { type ActRow, actKey } from './acts/table.ts';

type Said = Pick<ActRow, 'did' | 'about'> & Partial<Omit<ActRow, 'pk' | 'sk' | 'type' | 'id' | 'at'>>;

/** A new act of moderation, nothing voted on it. Its time to the millisecond: one may undo another within a second. */
export function newAct(said: Said, now: Date): ActRow {
  const id = newId();
  return { words: '', agree: 0, disagree: 0, turn: 0, ...said, ...actKey(id), type: 'act', id, at: now.toISOString() };
}

/** An act as the contract gives it out: nobody but the steward is named. Members in fixed order, since the table keeps none and the text is compared. */
export function actOf(row: ActRow): Act {
  const { id, did, about, at, by, rule, flags, words, until, agree, disagree, needs, undone, undoes, proposal } = row;
  return {
    id,
    did,
    about: { title: about.title, href: about.href },
    at,
    by: by ?? null,
    ...(rule ? { rule } : {}),
    ...(flags
      ? {
          flags: {
            count: flags.count,
            weight: flags.weight,
            needs: flags.needs,
            reasons: ordered(flags.reasons),
          },
        }
      : {}),
    words,
    ...(until ? { until } : {}),
    agree,
    disagree,
    ...(needs === undefined ? {} : { needs }),
    ...(undone ? { undone } : {}),
    ...(undoes ? { undoes } : {}),
    ...(proposal ? { proposal } : {}),
  };
}
