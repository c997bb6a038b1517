import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf, RequestOf } from '#shared/operation.ts';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';

export type Known = OutputOf<Operations['lookUpSave']>;
export type NewSave = RequestOf<Operations['saveAddress']>['body'];
/** What somebody sees and changes before saving. */
export type Form = { title: string; note: string; tags: string; isPrivate: boolean; shelf: string };
type Page = { url: string; title: string; selected: string };

const longestNote = 2000;
const longestTitle = 300;

/** Whether a tab shows something that can be saved. */
export const isSavable = (url: string | undefined): url is string => /^https?:\/\//i.test(url ?? '');

/** What the form begins with: what was saved before, or else what the page says. */
export function begun({ title, selected }: Page, { item, save }: Known): Form {
  const words = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle).toWellFormed();
  return {
    title: item?.title ?? save?.item.title ?? words,
    note: save?.note || selected.trim().slice(0, longestNote).toWellFormed(),
    tags: save && save.tags.length > 0 ? `${save.tags.join(' ')} ` : '',
    isPrivate: save?.private ?? false,
    shelf: save?.shelf ?? '',
  };
}

/** The tags in a text, separated by spaces or commas, in normal form; and those that cannot be tags. */
export function tagsIn(text: string): { tags: string[]; refused: string[] } {
  const words = [...new Set(text.split(/[\s,]+/u).map(normaliseTag))].filter((word) => word !== '');
  return { tags: words.filter(isTag), refused: words.filter((word) => !isTag(word)) };
}

/** The word that is being typed, at the end. */
const lastWord = (text: string) => /[^\s,]*$/u.exec(text)?.[0] ?? '';

/** Tags that fit what is being typed, those that begin with it first, by who uses them; none twice, none that is there. */
export function suggestions(text: string, { popular, mine, network }: Known['tags'], most = 8) {
  const typing = normaliseTag(lastWord(text));
  const taken = new Set(tagsIn(text.slice(0, text.length - lastWord(text).length)).tags);
  const seen = new Set(taken).add(typing);
  const fitting = (tags: readonly string[]) => {
    const found = tags.filter((tag) => !seen.has(tag) && tag.includes(typing));
    const chosen = [
      ...found.filter((tag) => tag.startsWith(typing)),
      ...found.filter((tag) => !tag.startsWith(typing)),
    ];
    const some = chosen.slice(0, most);
    for (const tag of some) seen.add(tag);
    return some;
  };
  return [
    { label: 'Popular', tags: fitting(popular) },
    { label: 'Yours', tags: fitting(mine) },
    { label: 'People you follow', tags: fitting(network) },
  ].filter(({ tags }) => tags.length > 0);
}

/** The text with a tag in place of the word that was being typed. */
export const withTag = (text: string, tag: string): string =>
  `${text.slice(0, text.length - lastWord(text).length)}${tag} `;

/** What is sent. A save replaces the one before, so what the form does not show goes along as it was. */
export function saveOf({ url }: { url: string }, form: Form, { item, save }: Known): NewSave {
  const title = form.title.trim();
  return {
    url,
    ...(item === null && title !== '' ? { title } : {}),
    ...(form.shelf ? { shelf: form.shelf } : {}),
    note: form.note,
    private: form.isPrivate,
    tags: tagsIn(form.tags).tags,
    shelves: save?.shelves ?? [],
    privateNote: save?.privateNote ?? '',
    readings: save?.readings ?? [],
  };
}
