import { follow } from '#functions/follows/activity.ts';
import { watch } from '#functions/watches/activity.ts';
import type { Relation } from './relation.ts';

/** Every relation that things are brought to people by. */
export const relations: readonly Relation[] = [follow, watch];
