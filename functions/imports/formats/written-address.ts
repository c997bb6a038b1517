import { webAddress } from '#shared/text.ts';

const schemes: Record<string, string> = {
  javascript: 'It is a script, not a page',
  data: 'It is the content itself, not an address of it',
  file: 'It is a file on one computer, which nobody else can open',
  mailto: 'It is a mail address, not a page',
};
for (const scheme of ['place', 'chrome', 'about', 'edge', 'brave', 'opera', 'vivaldi', 'view-source', 'resource'])
  schemes[scheme] = 'It is a page of one browser, which nobody else can open';
for (const scheme of ['chrome-extension', 'moz-extension', 'safari-web-extension', 'extension'])
  schemes[scheme] = 'It is a page of an extension of one browser';

/** A web address as it was written, and why it cannot be kept where it cannot. Nothing is fetched. */
export function takeAddress(written: string): { url: string; refused?: string } {
  const text = written.trim();
  const refused = refusalOf(text);
  return refused === undefined ? { url: text } : { url: text.slice(0, 2000).toWellFormed(), refused };
}

function refusalOf(text: string): string | undefined {
  if (text === '') return 'It has no address';
  const scheme = /^([a-z][a-z\d+.-]{0,30}):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined && /^[?#/]/.test(text)) return 'Its address is one within the site that wrote the file';
  if (scheme === undefined) return 'Its address is not a whole one, with http:// or https:// before it';
  if (scheme !== 'http' && scheme !== 'https')
    return ownOf(schemes, scheme) ?? 'Its address is not one of the web: only http and https are taken';
  if (webAddress.safeParse(text).success) return undefined;
  if (text.length > 2000) return 'Its address has more than 2000 characters';
  const url = URL.parse(text);
  if (url?.username || url?.password) return 'Its address holds a user name or a password';
  if (url && !/[^.]\.[^.]/.test(url.hostname))
    return 'Its address is one of a single network, which nobody else can open';
  return 'Its address is none that a browser can open';
}

const ownOf = (record: Record<string, string>, key: string) => (Object.hasOwn(record, key) ? record[key] : undefined);
