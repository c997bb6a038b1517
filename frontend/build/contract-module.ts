import type { Plugin } from 'vite';
import { operations } from '../../shared/capabilities.ts';
import { kinds } from '../../shared/items/kinds/registry.ts';
import { orders, windows } from '../../shared/ranking/schema.ts';
import { reviewMarks, reviewOrders } from '../../shared/reviews/schema.ts';
import { licences } from '../../shared/text.ts';

const name = 'virtual:contract';

/** The parts of the contract a browser needs at run time, as plain data. */
function contract() {
  return {
    routes: Object.fromEntries(
      Object.values(operations).map((declared) => [declared.name, [declared.method, declared.path, declared.auth]]),
    ),
    kinds: Object.fromEntries(
      Object.values(kinds).map(({ kind, label, plural, aspects }) => [kind, { label, plural, aspects }]),
    ),
    orders,
    windows,
    reviewOrders,
    reviewMarks,
    licences,
  };
}

/** Serves `virtual:contract`, so that no schema and no validator reaches the browser for a fetch. */
export function contractModule(): Plugin {
  return {
    name: 'contract-module',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? Object.entries(contract())
            .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
            .join('\n')
        : undefined,
  };
}
