import { categoryTags } from '../items/kinds/place-osm.ts';

export type Position = { latitude: number; longitude: number };
/** A thing on a map as a file has it: what is said of it, its middle, and what OpenStreetMap calls it where it is from there. */
export type PlaceRecord = { properties: Record<string, unknown>; position?: Position; osm?: string; line?: true };

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The positions that a middle is taken of; what has more is measured by its first. */
const positionsRead = 100_000;

/**
 * The middle of the box around a geometry of GeoJSON, in degrees as they are written (they may be out of range); undefined
 * where it has no position. Goes through lists in lists without calling itself.
 */
export function centreOf(geometry: unknown): Position | undefined {
  const box = new Box();
  const open: unknown[] = [geometry];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      const [longitude, latitude] = next as unknown[];
      if (typeof longitude === 'number' && typeof latitude === 'number') box.add(latitude, longitude);
      else if (box.count + open.length < positionsRead)
        for (const part of next) if (typeof part === 'object') open.push(part);
    } else if (next !== null) {
      const { coordinates, geometries } = objectOf(next);
      open.push(...[coordinates, geometries].filter((part) => Array.isArray(part)));
    }
  }
  return box.middle();
}

/** The smallest box around positions; one that is wider than half the world goes round the other way. */
class Box {
  count = 0;
  #latitudes = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #east = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #round = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];

  add(latitude: number, longitude: number): void {
    this.count++;
    widen(this.#latitudes, latitude);
    widen(this.#east, longitude);
    widen(this.#round, longitude < 0 ? longitude + 360 : longitude);
  }

  middle(): Position | undefined {
    if (this.count === 0) return undefined;
    const half = ([least, most]: [number, number]) => (least + most) / 2;
    const isWide = this.#east[1] - this.#east[0] > 180;
    const longitude = isWide ? half(this.#round) : half(this.#east);
    return { latitude: half(this.#latitudes), longitude: isWide && longitude > 180 ? longitude - 360 : longitude };
  }
}

function widen(range: [number, number], value: number): void {
  if (value < range[0]) range[0] = value;
  if (value > range[1]) range[1] = value;
}

/** `node/1`, `way/1` or `relation/1` of an id in any usual writing. */
export function osmId(written: unknown): string | undefined {
  return typeof written === 'string'
    ? /^(?:https?:\/\/(?:www\.)?openstreetmap\.org\/)?((?:node|way|relation)\/[1-9]\d{0,14})$/.exec(written)?.[1]
    : undefined;
}

/** A feature of GeoJSON. What its properties say of themselves goes before what it is called beside them. */
export function recordOfFeature(written: unknown): PlaceRecord {
  const feature = objectOf(written);
  const geometry = objectOf(feature.geometry);
  const properties = { ...objectOf(feature.properties) };
  // Some programs put the tags of OpenStreetMap one level deeper.
  Object.assign(properties, objectOf(properties.tags));
  const position = centreOf(geometry);
  const osm = osmId(feature.id) ?? osmId(properties['@id']) ?? osmId(properties.osm);
  return {
    properties,
    ...(position ? { position } : {}),
    ...(osm ? { osm } : {}),
    ...(/^(?:Multi)?LineString$/.test(String(geometry.type)) ? { line: true as const } : {}),
  };
}

/** An element of OpenStreetMap, from XML or Overpass JSON: where it is comes with it, or from the nodes before it. */
export type OsmElement = {
  type: string;
  id: number;
  tags: Record<string, unknown>;
  position?: Position;
  nodes?: readonly number[];
};

/** Reads elements one after the other; where they are may be told by nodes that come before or after them. */
export class OsmElements {
  readonly #nodes = new Map<number, Position>();
  readonly #waiting: OsmElement[] = [];

  /** A place of the element, where it is one with a name and known where; what waits for its nodes is in `rest`. */
  read(element: OsmElement): PlaceRecord | undefined {
    const { type, id, tags, position, nodes = [] } = element;
    if (type === 'node' && position) this.#nodes.set(id, position);
    if (!isPlace(tags)) return undefined;
    const around = position ?? this.#middleOf(nodes);
    if (around || nodes.length === 0) return recordOfElement(element, around);
    this.#waiting.push(element);
    return undefined;
  }

  /** What waited, once everything was read. */
  rest(): PlaceRecord[] {
    return this.#waiting.map((element) => recordOfElement(element, this.#middleOf(element.nodes ?? [])));
  }

  #middleOf(nodes: readonly number[]): Position | undefined {
    const box = new Box();
    for (const id of nodes) {
      const node = this.#nodes.get(id);
      if (node) box.add(node.latitude, node.longitude);
    }
    return box.middle();
  }
}

function recordOfElement({ type, id, tags }: OsmElement, position: Position | undefined): PlaceRecord {
  const osm = osmId(`${type}/${id}`);
  return { properties: tags, ...(position ? { position } : {}), ...(osm ? { osm } : {}) };
}

/** An element of Overpass JSON: with its middle, its bounds, its geometry or the nodes it is made of. */
export function overpassElement(written: unknown): OsmElement {
  const { type, id, lat, lon, center, bounds, geometry, nodes, tags } = objectOf(written);
  const point = (of: unknown) => {
    const { lat: latitude, lon: longitude } = objectOf(of);
    return typeof latitude === 'number' && typeof longitude === 'number' ? [longitude, latitude] : [];
  };
  const { minlat, minlon, maxlat, maxlon } = objectOf(bounds);
  const around = [
    [lon, lat],
    point(center),
    Array.isArray(geometry) ? geometry.map(point) : [],
    [
      [minlon, minlat],
      [maxlon, maxlat],
    ],
  ];
  const position = around.map((coordinates) => centreOf({ coordinates })).find((found) => found !== undefined);
  return {
    type: String(type),
    id: Number(id),
    tags: objectOf(tags),
    ...(position ? { position } : {}),
    nodes: Array.isArray(nodes) ? nodes.filter((node) => typeof node === 'number') : [],
  };
}

/** What makes a named thing of OpenStreetMap a place that people judge, whatever sort it is of. */
const placeKeys = ['amenity', 'shop', 'tourism', 'leisure', 'historic', 'craft', 'office', 'healthcare', 'club'];
const sorts = Object.values(categoryTags).flat();

/** Whether an element of OpenStreetMap is a place with a name, not a street, a border or a tree. */
export function isPlace(tags: Record<string, unknown>): boolean {
  if (placeName(tags) === undefined) return false;
  return placeKeys.some((key) => Object.hasOwn(tags, key)) || sorts.some((sort) => hasTag(tags, sort));
}

/** Whether tags hold this one, `key=value` or `key=*` for any value but `no`. Several values have `;` between them. */
export function hasTag(tags: Record<string, unknown>, written: string): boolean {
  const [key = '', value] = written.split('=');
  const given = Object.hasOwn(tags, key) ? tags[key] : undefined;
  if (typeof given !== 'string') return false;
  return value === '*'
    ? given !== 'no' && given !== ''
    : given === value || given.split(';').some((one) => one.trim() === value);
}

/** What a place is called, by any usual key; undefined where it is not. */
export function placeName(properties: Record<string, unknown>): string | undefined {
  const keys = ['name', 'Name', 'NAME', 'name:en', 'title', 'Title', 'official_name', 'brand'];
  const name = keys.map((key) => (Object.hasOwn(properties, key) ? properties[key] : undefined)).find(isText);
  return name?.trim();
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
