import { isTag, normaliseTag } from '../tags/rules.ts';

/** Which recent changes a page or a feed shows. */
export type ChangesChoice<Kind extends string = string> = {
  kind?: Kind;
  tag?: string;
  newcomers?: 'yes';
  minor?: 'hidden';
  unreviewed?: 'yes';
};

/** Reads the choice from a page’s query; what it does not know it leaves out. */
export function readChanges<Kind extends string>(search: string, kinds: readonly Kind[]): ChangesChoice<Kind> {
  const query = new URLSearchParams(search);
  const kind = kinds.find((one) => one === query.get('kind'));
  const tag = normaliseTag(query.get('tag') ?? '');
  return {
    ...(kind ? { kind } : {}),
    ...(isTag(tag) ? { tag } : {}),
    ...(query.get('newcomers') === 'yes' ? { newcomers: 'yes' } : {}),
    ...(query.get('minor') === 'hidden' ? { minor: 'hidden' } : {}),
    ...(query.get('unreviewed') === 'yes' ? { unreviewed: 'yes' } : {}),
  };
}

/** The usual address of a choice. */
export function changesPage(choice: ChangesChoice): string {
  const query = new URLSearchParams(choice as Record<string, string>).toString();
  return query === '' ? '/changes' : `/changes?${query}`;
}
