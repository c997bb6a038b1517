import { recordOfFeature } from '#shared/imports/places.ts';
import type { ImportedSave } from '../imported-save.ts';
import { listOf, objectOf } from '../json.ts';
import { atMostRows } from '../limits.ts';
import { placeSave } from './place-save.ts';

/** Reads a collection of features, or one (RFC 7946): each is a place in its middle. @throws import_too_long */
export function readGeoJson(file: unknown): ImportedSave[] {
  const { type, features } = objectOf(file);
  const all = type === 'Feature' ? [file] : listOf(features);
  atMostRows(all.length);
  return all.map((feature, index) => placeSave(recordOfFeature(feature), index + 1));
}
