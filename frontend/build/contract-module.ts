import type { Plugin } from 'vite';
import { operations } from '../../shared/capabilities.ts';
import { kinds } from '../../shared/items/kinds/registry.ts';
import { orders, windows } from '../../shared/ranking/schema.ts';
import { reviewMarks, reviewOrders } from '../../shared/reviews/schema.ts';
import { licences } from '../../shared/text.ts';

const names = ['virtual:contract', 'virtual:aspects'];

/** The parts of the contract that the first listing needs, as plain data. */
function contract() {
  return {
    routes: Object.fromEntries(
      Object.values(operations).map((declared) => [declared.name, [declared.method, declared.path, declared.auth]]),
    ),
    kinds: Object.fromEntries(Object.values(kinds).map(({ kind, label, plural }) => [kind, { label, plural }])),
    orders,
    windows,
    reviewOrders,
    reviewMarks,
    licences,
  };
}

/** The aspects of each kind, for the pages that show reviews. */
function aspects() {
  return { aspectsOf: Object.fromEntries(Object.values(kinds).map((kind) => [kind.kind, kind.aspects])) };
}

/** Serves `virtual:contract` and `virtual:aspects`, so that no schema and no validator reaches the browser for a fetch. */
export function contractModule(): Plugin {
  return {
    name: 'contract-module',
    resolveId: (id) => (names.includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (!names.some((name) => id === `\0${name}`)) return undefined;
      return Object.entries(id.endsWith('aspects') ? aspects() : contract())
        .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
