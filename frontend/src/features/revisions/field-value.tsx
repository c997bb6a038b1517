import { areaFields, valueLabels } from 'virtual:field-values';
import { Fragment } from 'react';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';

type Props = { kind: KindName; name: string; value: unknown };

/** A field's value as people read it: what is chosen by its label, areas by their names. */
export function FieldValue({ kind, name, value }: Props) {
  const values = (Array.isArray(value) ? value : [value]).map(String);
  if (areaFields[kind].includes(name)) return <Areas ids={values} />;
  const labels = valueLabels[kind][name];
  if (labels) return values.map((one) => labels[one] ?? one).join(', ');
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value)
      .map(([part, inner]) => `${part} ${String(inner)}`)
      .join(', ');
  return values.join(', ');
}

/** Without its name, where one does not come, an area stands there by its id; it leads to the area in any case. */
function Areas({ ids }: { ids: readonly string[] }) {
  const items = [...new Set(ids)].sort().join();
  const { data } = useLoad(`area-names:${items}`, () => call('listPins', { query: { items } }), items !== '');
  const titles = new Map((data?.pins ?? []).map(({ id, title }) => [id, title]));
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at > 0 && ', '}
      <Link href={`/i/${id}`}>{titles.get(id) ?? id}</Link>
    </Fragment>
  ));
}
