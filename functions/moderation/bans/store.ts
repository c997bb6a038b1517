import type { Ban } from '#shared/moderation/schema.ts';
import { type ActRow, actWrites, writeTogether } from '../acts/table.ts';
import { onceEach } from '../once-each.ts';
import { banWrite } from './table.ts';

/** Bans the person an act is about, in place of a ban before, with the act in the log; false where that ban stands no more. */
export async function storeBan(act: ActRow, ban: Ban, instead: string | undefined): Promise<boolean> {
  return writeTogether(onceEach([...actWrites(act), banWrite(act.personId ?? '', ban, instead)]));
}
