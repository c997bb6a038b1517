import type { Plugin } from 'vite';
import { operations } from '../../shared/capabilities.ts';
import type { Aspect, Kind } from '../../shared/items/kind.ts';
import { addressedKind, kinds } from '../../shared/items/kinds/registry.ts';
import { orders, windows } from '../../shared/ranking/schema.ts';
import { reviewMarks, reviewOrders } from '../../shared/reviews/schema.ts';
import { licences } from '../../shared/text.ts';
import { routesOf as tokenRoutesOf } from '../../shared/tokens/rules.ts';

type Declared = (typeof operations)[keyof typeof operations];
const routesOf = (isWanted: (declared: Declared) => boolean) =>
  Object.fromEntries(
    Object.values(operations)
      .filter(isWanted)
      .map(({ name, method, path, auth }) => [name, [method, path, auth]]),
  );

/** What the first listing calls. Whatever else is called is told in a file of its own, after it. */
const first = ['listRanking', 'listMyMarks', 'castVote', 'withdrawVote'];

/** The parts of the contract that the first listing needs, as plain data. */
function contract() {
  return {
    routes: routesOf(({ name }) => first.includes(name)),
    kinds: Object.fromEntries(Object.values(kinds).map(({ kind, label, plural }) => [kind, { label, plural }])),
    orders,
    windows,
    reviewOrders,
    reviewMarks,
    licences,
  };
}

/** Every other operation. */
function furtherOperations() {
  return { routes: routesOf(({ name, auth }) => auth !== 'cookie' && !first.includes(name)) };
}

/** The shelves of each kind, for the pages that show saves. */
function shelves() {
  return {
    addressedKind,
    shelvesOf: Object.fromEntries(Object.values(kinds).map((kind) => [kind.kind, kind.shelves])),
  };
}

/** What the browser extension calls, at the addresses for API tokens. */
function tokenRoutes() {
  const called = ['getMe', 'lookUpSave', 'saveAddress'];
  const byToken = tokenRoutesOf(Object.values(operations)).filter((route) => route.byToken);
  return {
    tokenRoutes: Object.fromEntries(
      byToken
        .filter(({ operation }) => called.includes(operation.name))
        .map(({ operation, path }) => [operation.name, [operation.method, path]]),
    ),
  };
}

/** What readings are called, of the kinds that have any, for the pages that show them. */
function readings() {
  const read = Object.values(kinds).flatMap((kind) => (kind.readings ? [[kind.kind, kind.readings] as const] : []));
  return { readingsOf: Object.fromEntries(read) };
}

/** What reviews of each kind say besides stars and words, for the pages that show reviews. */
function aspects() {
  const shown = (all: readonly Aspect[]) => all.map(({ key, label }) => ({ key, label }));
  const judged = ({ aspects, aspectsBy, experienced, parties }: Kind) => ({
    aspects: shown(aspects),
    ...(aspectsBy && {
      aspectsBy: {
        field: aspectsBy.field,
        of: Object.fromEntries(Object.entries(aspectsBy.of).map(([value, own]) => [value, shown(own)])),
      },
    }),
    experienced,
    parties,
  });
  return { judgedOf: Object.fromEntries(Object.values(kinds).map((kind) => [kind.kind, judged(kind)])) };
}

/** What each kind calls its fields, and which kinds are their text, for the pages that show what changed. */
function fields() {
  const all = Object.values(kinds);
  return {
    fieldLabels: Object.fromEntries(
      all.map(({ kind, form, labels }) => [
        kind,
        { ...labels, ...Object.fromEntries(form.map(({ name, label }) => [name, label])) },
      ]),
    ),
    writtenKinds: all.filter(({ written }) => written).map(({ kind }) => kind),
    placedKinds: all.filter(({ where }) => where).map(({ kind }) => kind),
    areaKinds: all.filter(({ area }) => area).map(({ kind }) => kind),
  };
}

/** What the values of fields are called that are chosen, and which fields name areas, for the pages that show what changed. */
function fieldValues() {
  const all = Object.values(kinds);
  return {
    valueLabels: Object.fromEntries(
      all.map(({ kind, form }) => [
        kind,
        Object.fromEntries(
          form.flatMap(({ name, options }) =>
            options ? [[name, Object.fromEntries(options.map(({ value, label }) => [value, label]))]] : [],
          ),
        ),
      ]),
    ),
    areaFields: Object.fromEntries(
      all.map(({ kind, form }) => [
        kind,
        form.filter(({ input }) => input === 'areas' || input === 'one-area').map(({ name }) => name),
      ]),
    ),
  };
}

/** How those who are signed in stay so. */
function sessions() {
  return { routes: routesOf(({ auth }) => auth === 'cookie') };
}

const made = new Map<string, () => object>([
  ['virtual:contract', contract],
  ['virtual:operations', furtherOperations],
  ['virtual:shelves', shelves],
  ['virtual:readings', readings],
  ['virtual:aspects', aspects],
  ['virtual:fields', fields],
  ['virtual:field-values', fieldValues],
  ['virtual:sessions', sessions],
  ['virtual:token-routes', tokenRoutes],
]);

/** The text of one of these modules; undefined where it is none. */
export function madeModule(id: string): string | undefined {
  const make = made.get(id);
  return (
    make &&
    Object.entries(make())
      .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
      .join('\n')
  );
}

/** Serves these modules, so that no schema and no validator reaches the browser for a fetch. */
export function contractModule(): Plugin {
  return {
    name: 'contract-module',
    resolveId: (id) => (made.has(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? madeModule(id.slice(1)) : undefined),
  };
}
