/** A point on the earth, in degrees. */
export type Point = { latitude: number; longitude: number };
/** What a map shows, in degrees; west above east reaches over the date line. */
export type View = { south: number; west: number; north: number; east: number };
/** Something on a map. */
export type Pin = Point & { id: string; title: string };

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two points on a globe of the earth's mean radius. */
export function metresBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * 6_371_009 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** `60 m`, `850 m`, `1.4 km`, `120 km`. */
export function distanceSaid(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`;
  const kilometres = metres / 1000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres)} km`;
}

/** Degrees east within ±180, however often a map was turned round. */
export const wrapped = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** The view of a map's bounds: within the globe, and all of it where the map shows it more than once. */
export function viewOf(bounds: View): View {
  const within = (latitude: number) => Math.max(-90, Math.min(90, latitude));
  const whole = bounds.east - bounds.west >= 360;
  return {
    south: within(bounds.south),
    west: whole ? -180 : wrapped(bounds.west),
    north: within(bounds.north),
    east: whole ? 180 : wrapped(bounds.east),
  };
}

/** As operations take it: five decimals are a metre. */
export const viewText = ({ south, west, north, east }: View) =>
  [south, west, north, east].map((degrees) => Number(degrees.toFixed(5))).join(',');
/** Four decimals are eleven metres: enough to say what is near, and not at which desk somebody sits. */
export const pointText = ({ latitude, longitude }: Point) =>
  [latitude, longitude].map((degrees) => Number(degrees.toFixed(4))).join(',');

/** Reads a point back; undefined where a text is none. */
export function readPoint(text: string | null): Point | undefined {
  const parts = (text ?? '').split(',');
  const [latitude = 0, longitude = 0] = parts.map(Number);
  const isPoint =
    parts.length === 2 &&
    parts.every((part) => /^-?\d{1,3}(\.\d{1,12})?$/.test(part)) &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  return isPoint ? { latitude, longitude } : undefined;
}

/** Reads a view back; undefined where a text is none. */
export function readView(text: string | null): View | undefined {
  const parts = (text ?? '').split(',');
  const [south = 0, west = 0, north = 0, east = 0] = parts.map(Number);
  const isView =
    parts.length === 4 &&
    parts.every((part) => /^-?\d{1,3}(\.\d{1,12})?$/.test(part)) &&
    Math.max(Math.abs(south), Math.abs(north)) <= 90 &&
    Math.max(Math.abs(west), Math.abs(east)) <= 180 &&
    south <= north;
  return isView ? { south, west, north, east } : undefined;
}

/**
 * How many of places, nearest first, are in sight where somebody asked for what is near, by their distances in metres: what
 * is thrice as far as the nearest, two kilometres at least. Farther ones stand in the list.
 */
export function nearEnough(distances: readonly number[]): number {
  const reach = Math.max(2000, 3 * (distances[0] ?? 0));
  return distances.filter((distance) => distance <= reach).length;
}
