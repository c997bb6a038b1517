import { OsmElements, overpassElement } from '#shared/imports/places.ts';
import type { ImportedSave } from '../imported-save.ts';
import { listOf, objectOf } from '../json.ts';
import { atMostRows } from '../limits.ts';
import { placeSave } from './place-save.ts';

/** Reads an answer of Overpass: its named places. @throws import_too_long */
export function readOverpass(file: unknown): ImportedSave[] {
  const known = new OsmElements();
  const found = listOf(objectOf(file).elements).flatMap((element) => known.read(overpassElement(element)) ?? []);
  const places = [...found, ...known.rest()];
  atMostRows(places.length);
  return places.map((place, index) => placeSave(place, index + 1));
}
