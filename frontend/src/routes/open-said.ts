import { openAt } from '#shared/places/rules.ts';
import type { Opening } from '#shared/places/schema.ts';

/** `open until 18:00` and the like, by the place's own clocks. */
export function openSaid(opening: Pick<Opening, 'zone' | 'until' | 'stretches'>, now: number): string | undefined {
  const state = openAt(opening, now);
  const hour = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: opening.zone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(iso),
    );
  if (!state) return undefined;
  if (state.is === 'closed') return state.opens ? `closed, opens ${hour(state.opens)}` : 'closed';
  if (state.stretch.unsure) return 'perhaps open';
  return state.until ? `open until ${hour(state.until)}` : 'open now';
}
