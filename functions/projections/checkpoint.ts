import { getRows, type Key, keyText, type Row } from '#functions/table/table.ts';

/**
 * How far a lane of the stream is projected. A lane is a shard, where the event names it, or else the
 * partition of the changed row: in both, records come in the order of their sequence numbers.
 */
export type Checkpoint = Row & { type: 'checkpoint'; reached: string };

export const checkpointKey = (lane: string): Key => ({ pk: `CP#${lane}`, sk: 'CHECKPOINT' });

/** Sequence numbers as text that sorts as they count: up to 40 digits. */
export const sequenceText = (sequence: string) => sequence.padStart(40, '0');

/** The checkpoints of lanes, by lane; lanes without one are new. */
export async function checkpointsOf(lanes: readonly string[]): Promise<Map<string, string>> {
  const rows = await getRows(lanes.map(checkpointKey), { strong: true });
  const found = new Map<string, string>();
  for (const lane of lanes) {
    const row = rows.get(keyText(checkpointKey(lane))) as Checkpoint | undefined;
    if (row) found.set(lane, row.reached);
  }
  return found;
}

/** The write that moves a lane on, on the condition that nobody else moved it since it was read. */
export function checkpointWrite(lane: string, before: string | undefined, sequence: string) {
  const put: Checkpoint = { ...checkpointKey(lane), type: 'checkpoint', reached: sequence };
  return before === undefined
    ? { put, condition: 'attribute_not_exists(pk)' }
    : { put, condition: 'reached = :before', values: { ':before': before } };
}
