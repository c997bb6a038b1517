import type { OsmElement } from './places.ts';

type Attributes = Readonly<Record<string, string>>;
const elements = ['node', 'way', 'relation'];

/** How many tags, and nodes of a way, are read of one element. */
const mostTags = 500;
const mostNodes = 10_000;

/** Puts elements of OpenStreetMap together from the tags of its XML, as a reader of XML comes by them; gives each out as it ends. */
export class OsmXml {
  readonly #found: (element: OsmElement) => void;
  #current: (OsmElement & { nodes: number[] }) | undefined;
  #tags = 0;

  constructor(found: (element: OsmElement) => void) {
    this.#found = found;
  }

  open(name: string, attributes: Attributes): void {
    const current = this.#current;
    if (elements.includes(name)) {
      const position = positionOf(attributes);
      this.#current = { type: name, id: Number(attributes.id), tags: {}, nodes: [], ...(position ? { position } : {}) };
      this.#tags = 0;
    } else if (current && name === 'tag' && attributes.k !== undefined && this.#tags++ < mostTags) {
      // A key may read like a property of every object.
      if (attributes.k !== '__proto__') current.tags[attributes.k] = attributes.v ?? '';
    } else if (current && name === 'nd' && current.nodes.length < mostNodes) {
      current.nodes.push(Number(attributes.ref));
    } else if (current && name === 'center') {
      const position = positionOf(attributes);
      if (position) current.position = position;
    } else if (current && name === 'bounds') {
      const [south, west, north, east] = ['minlat', 'minlon', 'maxlat', 'maxlon'].map((key) => Number(attributes[key]));
      const [latitude, longitude] = [((south ?? 0) + (north ?? 0)) / 2, ((west ?? 0) + (east ?? 0)) / 2];
      if (!Number.isNaN(latitude + longitude)) current.position ??= { latitude, longitude };
    }
  }

  close(name: string): void {
    if (!this.#current || name !== this.#current.type) return;
    this.#found(this.#current);
    this.#current = undefined;
  }
}

function positionOf({ lat, lon }: Attributes) {
  const [latitude, longitude] = [Number(lat ?? Number.NaN), Number(lon ?? Number.NaN)];
  return Number.isNaN(latitude + longitude) ? undefined : { latitude, longitude };
}
