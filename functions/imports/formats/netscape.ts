import { type Attributes, readHtml } from './html-tokens.ts';
import type { ImportedSave } from './imported-save.ts';
import { atMostRows } from './limits.ts';
import { type LinkRecord, linkSave } from './link-record.ts';
import { oneLine } from './written-text.ts';

type Entry = { attributes: Attributes; folders: readonly string[]; title: string; note: string };

/** Tags that begin a line of a note; all others are left out of it. */
const breaks = new Set(['br', 'p', 'li', 'div', 'ul', 'ol', 'tr', 'blockquote', 'pre']);
/** How many folders around a bookmark count, the nearest first. */
const nearest = 10;

/**
 * Reads bookmarks as browsers and bookmark services write them. Tags are its own and the folders it lies in; who does
 * not say PRIVATE="0" means private.
 * @throws import_too_long
 */
export function readNetscape(html: string): ImportedSave[] {
  return entriesOf(html).map((entry, index) => linkSave(recordOf(entry), index + 1));
}

function recordOf({ attributes, folders, title, note }: Entry): LinkRecord {
  const tags = attributes.get('tags') ?? '';
  return {
    address: attributes.get('href') ?? '',
    title,
    time: attributes.get('add_date') || attributes.get('last_modified'),
    private: !/^\s*(0|false|no)\s*$/i.test(attributes.get('private') ?? ''),
    note: note || attributes.get('description') || '',
    tags: [...tags.split(tags.includes(',') ? ',' : /\s/), ...folders],
    ...(/^\s*(1|true|yes)\s*$/i.test(attributes.get('toread') ?? '') ? { stage: 'wanted' as const } : {}),
  };
}

/** The names of a folder, which may be several with commas between them; of a heading without end, its start. */
const namesOf = (heading: string) =>
  heading
    .slice(0, 1000)
    .split(',')
    .map((name) => oneLine(name).replace(/ [-–—|/] /g, ' '))
    .filter(Boolean);

function entriesOf(html: string): Entry[] {
  const entries: Entry[] = [];
  /** For every list that is open, the folders around it; a list without a heading is in those of the list before. */
  const lists: (readonly string[])[] = [];
  let heading: string | undefined;
  let entry: Entry | undefined;
  /** What text belongs to at the moment. */
  let into: 'title' | 'heading' | 'note' | undefined;
  let ownFolder = false;
  /** The address of a link within a note, and the note's length before it. */
  let linked: { href: string; from: number } | undefined;

  const around = () => lists.at(-1) ?? [];
  const endOfNote = () => {
    into = undefined;
    linked = undefined;
  };

  readHtml(html, {
    start(name, attributes) {
      if (name === 'a' && into === 'note' && entry) {
        linked = { href: attributes.get('href') ?? '', from: entry.note.length };
      } else if (name === 'a') {
        entry = { attributes, folders: around(), title: '', note: '' };
        entries.push(entry);
        atMostRows(entries.length);
        into = 'title';
      } else if (name === 'h3') {
        endOfNote();
        entry = undefined;
        heading = '';
        ownFolder = !['personal_toolbar_folder', 'unfiled_bookmarks_folder'].some((own) => attributes.has(own));
        into = 'heading';
      } else if (name === 'dl') {
        endOfNote();
        entry = undefined;
        lists.push(
          heading === undefined ? around() : [...(ownFolder ? namesOf(heading) : []), ...around()].slice(0, nearest),
        );
        heading = undefined;
      } else if (name === 'dd') {
        into = entry ? 'note' : undefined;
      } else if (name === 'dt' || name === 'hr') {
        endOfNote();
        entry = undefined;
      } else if (into === 'note' && entry && breaks.has(name)) {
        entry.note += '\n';
      }
    },
    end(name) {
      if (name === 'a' && into === 'title') into = undefined;
      else if (name === 'a' && into === 'note' && entry && linked) {
        const { href, from } = linked;
        if (/^https?:\/\//i.test(href) && !entry.note.slice(from).includes(href))
          entry.note += oneLine(entry.note.slice(from)) === '' ? href : ` (${href})`;
        linked = undefined;
      } else if (name === 'h3') into = undefined;
      else if (name === 'dl') {
        endOfNote();
        entry = undefined;
        lists.pop();
      } else if (name === 'dt') endOfNote();
    },
    text(text) {
      if (into === 'heading') heading += text;
      else if (into === 'title' && entry) entry.title += text;
      else if (into === 'note' && entry) entry.note += text;
    },
  });
  return entries;
}
