import { webAddress } from '#shared/text.ts';

export type AskedAddress = {
  /** An http or https address; undefined where none was given. */
  url?: string;
  title: string;
  text: string;
  /** Given as an address, and none that may be followed: shown as text, never as a link. */
  refused?: string;
  /** Whether there is a page to go back to in this very tab. */
  cameFromPage: boolean;
};

/**
 * What `/save?url=&title=&text=` asks for. Anybody can make such an address, so what it holds is looked at first. Phones
 * share a page's address within the text.
 */
export function askedAddress(search: string): AskedAddress {
  const query = new URLSearchParams(search);
  const given = (query.get('url') ?? '').trim();
  const text = (query.get('text') ?? '').trim();
  const title = (query.get('title') ?? '').replace(/\s+/gu, ' ').trim().slice(0, 300);
  const cameFromPage = query.get('via') === 'bookmarklet';
  const within = given === '' ? /https?:\/\/\S+/iu.exec(text)?.[0] : undefined;
  const url = webAddress.safeParse(given === '' ? (within ?? '') : given);
  const rest = (within === undefined ? text : text.replace(within, '')).trim().slice(0, 2000).toWellFormed();
  if (url.success) return { url: url.data, title: title.toWellFormed(), text: rest, cameFromPage };
  return { title, text: rest, cameFromPage: false, ...(given === '' ? {} : { refused: given.slice(0, 200) }) };
}
