import type { WatchedChange } from '../watches/schema.ts';
import type { Notice } from './schema.ts';

/** How many notifications, and how many watched changes, one digest holds. */
export const digestLength = 30;
/** A mail, before it is written in a format. */
export type Mail = { subject: string; text: string; html: string; unsubscribe: string };

const words: Record<Notice['kind'], [one: string, many: string]> = {
  reply: ['reply', 'replies'],
  mention: ['mention', 'mentions'],
  comment: ['comment', 'comments'],
  proposal: ['proposal decided', 'proposals decided'],
  reverted: ['edit reverted', 'edits reverted'],
  moderation: ['act of moderation', 'acts of moderation'],
  owner: ['reply of an owner', 'replies of owners'],
  review: ['review of what is yours', 'reviews of what is yours'],
  claim: ['claim', 'claims'],
  held: ['review not counted', 'reviews not counted'],
};

/** What is said of a review that came not to count, by the rule. */
export const heldWords = (rule: string | undefined): string =>
  rule === 'duplicate'
    ? 'Your review does not count, since another said the same before: say it in your own words'
    : rule === 'own'
      ? 'Your review does not count, since it is of your own'
      : 'Your review waits, since many new accounts wrote about it within a day';

const counted = (count: number, [one, many]: [string, string]) => `${count} ${count === 1 ? one : many}`;
/** A text of somebody’s as text of a page. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
/** A text of somebody’s on one line: what they write must not look like a line of ours. */
const inLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const who = (by: string | null) => (by === null ? 'Somebody' : `@${by}`);

/** What a notification says, before what it is about. */
const said: Record<Notice['kind'], (notice: Pick<Notice, 'by' | 'did'>) => string> = {
  reply: ({ by }) => `${who(by)} answered you in`,
  mention: ({ by }) => `${who(by)} mentioned you in`,
  comment: ({ by, did }) => `${who(by)} ${did === 'asked' ? 'asked about' : 'commented on'}`,
  proposal: ({ did }) => `Your proposal was ${did ?? 'decided'}:`,
  reverted: ({ by }) => `${who(by)} took back an edit of yours on`,
  moderation: ({ did }) => `Moderation (${did ?? 'noted'}):`,
  owner: ({ by }) => `${who(by)}, the owner, replied to your review of`,
  review: ({ by }) => `${who(by)} reviewed`,
  claim: ({ did }) => `${claimWords(did)}:`,
  held: ({ did }) => `${heldWords(did)}:`,
};

/** What became of a claim, for whose it is. */
export const claimWords = (did: string | undefined): string =>
  did === 'missing'
    ? 'The proof that you own it is missing'
    : did === 'merged'
      ? 'What you own was merged into another page, which you may claim'
      : 'Your claim to it ended';

type Line = { said: string; title: string; address: string; text?: string | undefined };

function noticeLine(notice: Notice, site: string): Line {
  const { about, href = about.href, text } = notice;
  return {
    said: said[notice.kind](notice),
    title: inLine(about.title),
    address: site + href,
    text: text && inLine(text),
  };
}

function changeLine({ by, did, about, summary, text, n }: WatchedChange, site: string): Line {
  const words = summary ?? text;
  const address = site + (n === undefined ? about.href : `${about.href}/diff/${n - 1}/${n}`);
  return { said: `${who(by)} ${did}`, title: inLine(about.title), address, text: words && inLine(words) };
}

const textOf = ({ said, title, address, text }: Line) =>
  `- ${said} ${title}\n${text ? `  “${text}”\n` : ''}  ${address}\n`;
const htmlOf = ({ said, title, address, text }: Line) =>
  `<li>${escaped(said)} <a href="${escaped(address)}">${escaped(title)}</a>${text ? `<br>“${escaped(text)}”` : ''}</li>`;

/**
 * What waits for somebody, as a mail: plain text and simple HTML that say the same. The subject is made of numbers alone.
 * `site` is an origin; `token` ends this digest.
 */
export function composeDigest(
  { notices, changes }: { notices: readonly Notice[]; changes: readonly WatchedChange[] },
  { site, token }: { site: string; token: string },
): Mail {
  const byKind = (Object.keys(words) as Notice['kind'][]).flatMap((kind) => {
    const count = notices.filter((notice) => notice.kind === kind).length;
    return count > 0 ? [counted(count, words[kind])] : [];
  });
  const numbers = [
    ...byKind,
    ...(changes.length > 0 ? [counted(changes.length, ['watched change', 'watched changes'])] : []),
  ];
  const parts = [
    { title: 'For you', page: '/notifications', lines: notices.map((notice) => noticeLine(notice, site)) },
    { title: 'What you watch', page: '/watching', lines: changes.map((change) => changeLine(change, site)) },
  ].filter(({ lines }) => lines.length > 0);
  const page = `${site}/unsubscribe/${token}`;
  const rest = (all: number) => (all > digestLength ? all - digestLength : 0);
  const text = parts.map(({ title, page: all, lines }) => {
    const more = rest(lines.length);
    const shown = lines.slice(0, digestLength).map(textOf).join('\n');
    return `${title}\n\n${shown}${more ? `\n… and ${more} more: ${site}${all}\n` : ''}`;
  });
  const html = parts.map(({ title, page: all, lines }) => {
    const more = rest(lines.length);
    const shown = lines.slice(0, digestLength).map(htmlOf).join('');
    return `<h2>${title}</h2><ul>${shown}</ul>${more ? `<p><a href="${escaped(site + all)}">… and ${more} more</a></p>` : ''}`;
  });
  return {
    subject: `Commonplace: ${numbers.join(', ')}`,
    text: `${text.join('\n')}\n--\nYou asked for this digest. End it: ${page}\n`,
    html: `<!doctype html><meta charset="utf-8"><title>Commonplace</title>${html.join('')}<p>You asked for this digest. <a href="${escaped(page)}">End it</a></p>`,
    unsubscribe: `${site}/api/unsubscribe/${token}`,
  };
}
