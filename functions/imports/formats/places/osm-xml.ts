import sax from 'sax';
import { AppError } from '#shared/app-error.ts';
import { OsmXml } from '#shared/imports/osm-xml.ts';
import { OsmElements, type PlaceRecord } from '#shared/imports/places.ts';
import type { ImportedSave } from '../imported-save.ts';
import { atMostRows } from '../limits.ts';
import { placeSave } from './place-save.ts';

/** Reads an extract of OpenStreetMap as XML: its named places. @throws import_unreadable, import_too_long */
export function readOsmXml(text: string): ImportedSave[] {
  const known = new OsmElements();
  const places: PlaceRecord[] = [];
  const elements = new OsmXml((element) => {
    const place = known.read(element);
    if (place) places.push(place);
  });
  const parser = sax.parser(true, { xmlns: false, position: false });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => elements.open(name, attributes as Record<string, string>);
  parser.onclosetag = (name) => elements.close(name);
  try {
    parser.write(text).close();
  } catch {
    throw new AppError(
      'import_unreadable',
      'The file begins like XML of OpenStreetMap and is none: it may have been cut off',
    );
  }
  places.push(...known.rest());
  atMostRows(places.length);
  return places.map((place, index) => placeSave(place, index + 1));
}
