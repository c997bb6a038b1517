import { environment } from '#functions/runtime/environment.ts';
import { betterNames } from '#functions/tags/reader.ts';
import { SameTags } from '#shared/search/same-tags.ts';

let known: { of: string; at: number; same: Promise<SameTags> } | undefined;

/** Better names are decided by proposals, which take days: so much longer than for what changes they may wait to be known here. */
const rarely = 30;

/** The tags that mean the same, as they were a minute ago at most. At most ten read units where it is asked again. */
export function sameTags(): Promise<SameTags> {
  const now = Date.now();
  if (known?.of !== environment.tableName || now - known.at >= rarely * environment.searchPatience) {
    const same = betterNames().then((best) => new SameTags(best));
    const asked = { of: environment.tableName, at: now, same };
    known = asked;
    same.catch(() => {
      if (known === asked) known = undefined;
    });
  }
  return known.same;
}
