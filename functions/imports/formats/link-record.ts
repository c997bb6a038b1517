import { given, type ImportedSave, type Stage } from './imported-save.ts';
import { takeAddress } from './written-address.ts';
import { takeTags } from './written-tags.ts';
import { severalLines, takeTitle } from './written-text.ts';
import { takeTime } from './written-times.ts';

/** What the formats of bookmarks say of one, as they write it. */
export type LinkRecord = {
  address: string;
  title: string;
  time?: unknown;
  private: boolean;
  note?: string;
  tags: readonly string[];
  stage?: Stage;
  shelves?: readonly string[];
};

/** A bookmark of any format as an import takes it; one whose address cannot be kept says why. */
export function linkSave(record: LinkRecord, row: number): ImportedSave {
  const { title, problems } = takeTitle(record.title, record.address);
  const address = takeAddress(record.address);
  const time = takeTime(record.time);
  const tags = takeTags(record.tags);
  const shelves = takeTags(record.shelves ?? []).tags;
  return {
    row,
    title,
    ...address,
    ...given('at', time.at),
    private: record.private,
    ...given('note', severalLines(record.note ?? '')),
    tags: tags.tags,
    ...given('stage', record.stage),
    ...(shelves.length > 0 ? { shelves } : {}),
    problems: [...problems, ...time.problems, ...tags.problems],
  };
}
