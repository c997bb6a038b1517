import type { Stage } from './imported-save.ts';
import { asTag } from './written-tags.ts';
import { oneLine, quoted } from './written-text.ts';

/** What readers' sites and their people call the shelves on which a book can be on one only. */
const stages: ReadonlyMap<string, Stage> = new Map([
  ...['to-read', 'want-to-read', 'wishlist', 'tbr'].map((name) => [name, 'wanted'] as const),
  ...['currently-reading', 'reading', 'progress'].map((name) => [name, 'current'] as const),
  ...['read', 'complete', 'finished'].map((name) => [name, 'finished'] as const),
  ...[
    'did-not-finish',
    'didnt-finish',
    'dnf',
    'abandoned',
    'unfinished',
    'gave-up',
    'stopped',
    'stopped-reading',
    'dropped',
  ].map((name) => [name, 'stopped'] as const),
]);

type Shelves = { shelves: string[]; problems: string[] };

/** An exclusive shelf as a stage, or as an own shelf where people made it for something else. */
export function takeShelf(written: string): Shelves & { stage?: Stage } {
  const stage = stages.get(plain(written));
  return stage ? { stage, shelves: [], problems: [] } : takeShelves([written]);
}

/** Own shelves, each once, without the exclusive ones that the same book stands on. Those that cannot be one are told. */
export function takeShelves(written: readonly string[], exclusive: readonly string[] = []): Shelves {
  const shelves = new Set<string>();
  const refused = new Set<string>();
  const left = new Set(exclusive.map(plain));
  for (const name of written) {
    if (name.trim() === '' || left.has(plain(name))) continue;
    const shelf = asTag(name);
    if (shelf === undefined) refused.add(quoted(name));
    else shelves.add(shelf);
  }
  return {
    shelves: [...shelves].slice(0, maxShelves),
    problems: [
      ...(refused.size > 0 ? [`${[...refused].slice(0, 3).join(', ')} cannot be the name of a shelf here`] : []),
      ...(shelves.size > maxShelves ? [`Only ${maxShelves} shelves of a book are kept`] : []),
    ],
  };
}

/** How many shelves of one book are taken. */
const maxShelves = 12;

const plain = (name: string) =>
  oneLine(name.slice(0, 200))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[\s_]+/g, '-');
