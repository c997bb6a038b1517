import type { Kind } from '../items/kind.ts';
import type { ProgressPoint, Reading, SaveCard } from './schema.ts';

/** Whether a reading went to its end. One that was stopped has, where it is known, the day of that as `finished`. */
export const isFinished = (reading: Reading): reading is Reading & { finished: string } =>
  reading.finished !== undefined && !reading.stopped;

const goesOn = ({ finished, stopped }: Reading) => finished === undefined && !stopped;

/** Where among the readings the one is that goes on, the last of several; -1 where none does. */
export const openReading = (readings: readonly Reading[]): number => readings.findLastIndex(goesOn);

/** Since when an item is being read and how far, where a reading goes on. Members in fixed order, since the text is compared. */
export function goingOn(readings: readonly Reading[]): SaveCard['reading'] {
  const reading = readings[openReading(readings)];
  if (!reading) return undefined;
  const point = lastPoint(reading);
  const { page, percent } = point ?? {};
  const howFar = { ...(page === undefined ? {} : { page }), ...(percent === undefined ? {} : { percent }) };
  return {
    ...(reading.started ? { started: reading.started } : {}),
    ...(point ? { last: { on: point.on, ...howFar } } : {}),
  };
}

/** Which reading a day belongs to: one that has a point on it, one that goes on, one that was done around it. */
function readingOn(readings: readonly Reading[], day: string): number {
  const noted = readings.findLastIndex(({ progress }) => progress?.some(({ on }) => on === day));
  if (noted >= 0) return noted;
  const open = openReading(readings);
  const begun = open >= 0 ? (readings[open]?.started ?? '') : undefined;
  if (begun !== undefined && begun <= day) return open;
  const around = readings.findLastIndex(
    ({ started, finished }) => started !== undefined && finished !== undefined && started <= day && day <= finished,
  );
  return around >= 0 ? around : open;
}

/**
 * The readings with how far somebody was on a day, one point a day, in the order of days. It starts a reading where none
 * goes on; a reading that goes on began on its first point's day at the latest.
 */
export function withProgress(readings: readonly Reading[], point: ProgressPoint): Reading[] {
  const at = readingOn(readings, point.on);
  const reading = readings[at];
  if (!reading) return [...readings, { started: point.on, progress: [point] }];
  const others = (reading.progress ?? []).filter(({ on }) => on !== point.on);
  const progress = [...others, point].sort((a, b) => (a.on < b.on ? -1 : 1));
  const earlier = reading.started !== undefined && point.on < reading.started ? { started: point.on } : {};
  return readings.with(at, { ...reading, ...earlier, progress });
}

/** The readings without what was noted on a day. A reading that it started stays. */
export function withoutProgress(readings: readonly Reading[], day: string): Reading[] {
  return readings.map((reading) => {
    if (!reading.progress?.some(({ on }) => on === day)) return reading;
    const { progress: _progress, ...rest } = reading;
    const progress = reading.progress.filter(({ on }) => on !== day);
    return progress.length > 0 ? { ...rest, progress } : rest;
  });
}

/** How far a reading is: its last point by day. */
export function lastPoint({ progress = [] }: Reading): ProgressPoint | undefined {
  return progress.reduce<ProgressPoint | undefined>(
    (last, point) => (last && last.on > point.on ? last : point),
    undefined,
  );
}

/** The share of it that is done, 0 to 1; undefined where only a page is known, and not of how many. */
export function readingShare(reading: Reading): number | undefined {
  if (isFinished(reading)) return 1;
  const percent = lastPoint(reading)?.percent;
  return percent === undefined ? undefined : percent / 100;
}

/** How many days it took, the first and the last among them; undefined where one is not known. */
export function readingDays({ started, finished }: Reading): number | undefined {
  if (started === undefined || finished === undefined) return undefined;
  return Math.round((Date.parse(finished) - Date.parse(started)) / 86_400_000) + 1;
}

/**
 * How many pages were read, by month `YYYY-MM`, as far as pages were noted: from the furthest page so far to the next one that
 * is further, on that one's day. A page counts once a reading.
 */
export function pagesByMonth(readings: readonly Reading[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const { progress = [] } of readings) {
    let furthest = 0;
    for (const { on, page = 0 } of [...progress].sort((a, b) => (a.on < b.on ? -1 : 1))) {
      if (page <= furthest) continue;
      months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + page - furthest);
      furthest = page;
    }
  }
  return months;
}

/** Where an item stands once somebody began with it: from a shelf of what is wanted it goes to that of what goes on. */
export function shelfOnceBegun({ shelves }: Pick<Kind, 'shelves'>, shelf: string | undefined): string | undefined {
  if (shelves.find(({ key }) => key === shelf)?.stage !== 'wanted') return shelf;
  return shelves.find(({ stage }) => stage === 'current')?.key ?? shelf;
}

/** Whether a reading is a visit of one day, of which no more is known. */
const isVisitOn = (day: string) => (reading: Reading) =>
  reading.started === day && reading.finished === day && !reading.stopped && !reading.progress;

/** The readings with a visit on a day, once however often it is said. */
export function withVisit(readings: readonly Reading[], day: string): Reading[] {
  return readings.some(isVisitOn(day)) ? [...readings] : [...readings, { started: day, finished: day }];
}

/** The readings without the visit on a day that a press added. */
export function withoutVisit(readings: readonly Reading[], day: string): Reading[] {
  return readings.filter((reading) => !isVisitOn(day)(reading));
}

/** Where an item stands once somebody was done with it: on the shelf of what is finished, wherever it stood. */
export function shelfOnceDone({ shelves }: Pick<Kind, 'shelves'>, shelf: string | undefined): string | undefined {
  return shelves.find(({ stage }) => stage === 'finished')?.key ?? shelf;
}
