import type { Write } from '#functions/table/table.ts';
import { unbanWrite } from '../bans/table.ts';
import { unfoldWrite } from '../flags/table.ts';
import { newAct } from '../log.ts';
import { markWrites } from '../marks.ts';
import { onceEach } from '../once-each.ts';
import { type ActRow, actWrites, undoneWrite, writeTogether } from './table.ts';

type Why = Partial<Pick<ActRow, 'rule' | 'proposal' | 'by' | 'byId' | 'words'>>;

/**
 * The act that undoes another one, and what it does: something is shown again, or somebody may write again. The one undone
 * is marked so by whoever sends this. The conditions hold only while it stands.
 */
export async function undoing(of: ActRow, why: Why, now: Date): Promise<{ act: ActRow; writes: Write[] }> {
  const { about, target, itemId, targetById, personId, id } = of;
  const act = newAct(
    {
      did: of.did === 'banned' ? 'unbanned' : 'unfolded',
      about,
      ...(target ? { target } : {}),
      ...(itemId ? { itemId } : {}),
      ...(targetById ? { targetById } : {}),
      ...(personId ? { personId } : {}),
      undoes: id,
      ...why,
    },
    now,
  );
  const effects = personId
    ? [unbanWrite(personId, id)]
    : [unfoldWrite(target ?? '', id), ...(await markWrites(target ?? '', undefined))];
  return { act, writes: onceEach([...actWrites(act), ...effects]) };
}

/** Undoes an act at once; answers the act that did, undefined where the other stands no more. */
export async function undo(of: ActRow, why: Why, now: Date): Promise<ActRow | undefined> {
  const { act, writes } = await undoing(of, why, now);
  return (await writeTogether([undoneWrite(of.id, act.id), ...writes])) ? act : undefined;
}
