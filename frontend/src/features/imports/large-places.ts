import { JSONParser } from '@streamparser/json';
import sax from 'sax';
import { OsmXml } from '#shared/imports/osm-xml.ts';
import { largestRequest, mostPlaces, thinFeature } from '#shared/imports/place-files.ts';
import { OsmElements, overpassElement, type PlaceRecord, placeName, recordOfFeature } from '#shared/imports/places.ts';
import { exactCount } from '../../ui/numbers.ts';
import { openStreetMapLicence } from './format-names.ts';

export type Format = 'geojson' | 'overpass' | 'osm-xml';
type Looked = { text: string; note: string } | { problem: string };
/** Told how far it is, from 0 to 1; false stops it. */
type Progress = (part: number) => boolean;

const bytes = new TextEncoder();
/** How much is read at once: the page stays alive between two pieces. */
const pieceBytes = 256 * 1024;

/** The named places of a file, put down one by one until they are too many. */
class Places {
  readonly #features: string[] = [];
  #bytes = 0;
  count = 0;
  unnamed = 0;

  add(record: PlaceRecord): void {
    if (placeName(record.properties) === undefined) {
      this.unnamed++;
      return;
    }
    this.count++;
    if (this.isTooMuch) return;
    const feature = JSON.stringify(thinFeature(record));
    // As it stands in the request: a text within JSON.
    this.#bytes += bytes.encode(JSON.stringify(feature)).length;
    this.#features.push(feature);
  }

  get isTooMuch(): boolean {
    return this.count > mostPlaces || this.#bytes > largestRequest;
  }

  get text(): string {
    return `{"type":"FeatureCollection","features":[${this.#features.join(',')}]}`;
  }
}

/** Something that takes a file piece by piece. @throws where it is not what it began like */
type Reader = { write: (text: string) => void; end: () => void };

/**
 * Looks through a large file of places piece by piece and keeps what an import reads of its named places, so that fifty
 * megabytes of a map are handed in as the few that they say of places.
 */
export async function lookThroughPlaces(file: Blob, format: Format, progress: Progress): Promise<Looked> {
  const places = new Places();
  const reader = format === 'osm-xml' ? xmlReader(places) : jsonReader(places, format);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < file.size; at += pieceBytes) {
      const piece = await file.slice(at, at + pieceBytes).arrayBuffer();
      reader.write(decoder.decode(piece, { stream: at + pieceBytes < file.size }));
      if (!progress(Math.min(1, (at + pieceBytes) / file.size))) return { problem: '' };
    }
    reader.end();
  } catch {
    const what = format === 'osm-xml' ? 'XML of OpenStreetMap' : 'JSON';
    return { problem: `This file begins like ${what} and is none further on: it may have been cut off.` };
  }
  if (places.count === 0) return { problem: 'There is no place with a name in this file.' };
  if (places.isTooMuch)
    return {
      problem: `This file has ${exactCount(places.count)} places with names, more than one import takes. Cut a smaller area out of it, or hand it in by parts.`,
    };
  const named = places.count === 1 ? 'one named place is' : `${exactCount(places.count)} named places are`;
  const unnamed = places.unnamed > 0 ? ` ${exactCount(places.unnamed)} things without a name are left out.` : '';
  const licence = format === 'geojson' ? '' : ` ${openStreetMapLicence}`;
  return { text: places.text, note: `Of this large file ${named} handed in.${unnamed}${licence}` };
}

function jsonReader(places: Places, format: Format): Reader {
  const known = new OsmElements();
  const path = format === 'geojson' ? '$.features.*' : '$.elements.*';
  const parser = new JSONParser({ paths: [path], keepStack: false, stringBufferSize: 64 * 1024 });
  parser.onValue = ({ value }) => {
    const place = format === 'geojson' ? recordOfFeature(value) : known.read(overpassElement(value));
    if (place) places.add(place);
  };
  parser.onError = (error) => {
    throw error;
  };
  return {
    write: (text) => parser.write(text),
    end: () => {
      if (!parser.isEnded) throw new Error('cut off');
      for (const place of known.rest()) places.add(place);
    },
  };
}

function xmlReader(places: Places): Reader {
  const known = new OsmElements();
  const elements = new OsmXml((element) => {
    const place = known.read(element);
    if (place) places.add(place);
  });
  const parser = sax.parser(true, { xmlns: false, position: false });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => elements.open(name, attributes as Record<string, string>);
  parser.onclosetag = (name) => elements.close(name);
  return {
    write: (text) => void parser.write(text),
    end: () => {
      parser.close();
      for (const place of known.rest()) places.add(place);
    },
  };
}
