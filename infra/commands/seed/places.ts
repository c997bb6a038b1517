import type { SeedArea } from './areas.ts';

type SeedPlace = {
  name: string;
  category: 'library' | 'museum';
  area: SeedArea['name'];
  address: string;
  latitude: number;
  longitude: number;
  website: string;
  hours?: string;
  amenities?: string[];
  tags: string[];
};

/** Libraries and museums that everybody may enter. */
export const seedPlaces: readonly SeedPlace[] = [
  {
    name: 'Library of Congress',
    category: 'library',
    address: 'Washington, D.C., United States',
    area: 'Washington, D.C.',
    latitude: 38.8887,
    longitude: -77.0047,
    website: 'https://www.loc.gov/',
    amenities: ['wheelchair', 'toilets', 'free-entry'],
    tags: ['library', 'architecture', 'america'],
  },
  {
    name: 'New York Public Library',
    category: 'library',
    address: 'Fifth Avenue, New York, United States',
    area: 'New York City',
    latitude: 40.7532,
    longitude: -73.9822,
    website: 'https://www.nypl.org/',
    amenities: ['wifi', 'wheelchair', 'toilets', 'free-entry'],
    tags: ['library', 'architecture', 'america'],
  },
  {
    name: 'Bodleian Library',
    category: 'library',
    address: 'Broad Street, Oxford, United Kingdom',
    area: 'Oxford',
    latitude: 51.754,
    longitude: -1.254,
    website: 'https://www.bodleian.ox.ac.uk/',
    tags: ['library', 'history', 'england'],
  },
  {
    name: 'British Library',
    category: 'library',
    address: 'Euston Road, London, United Kingdom',
    area: 'London',
    latitude: 51.53,
    longitude: -0.1277,
    website: 'https://www.bl.uk/',
    amenities: ['wifi', 'wheelchair', 'lift', 'toilets', 'free-entry'],
    tags: ['library', 'london', 'england'],
  },
  {
    name: 'British Museum',
    category: 'museum',
    address: 'Great Russell Street, London, United Kingdom',
    area: 'London',
    latitude: 51.5194,
    longitude: -0.127,
    website: 'https://www.britishmuseum.org/',
    hours: 'Mo-Th,Sa,Su 10:00-17:00; Fr 10:00-20:30; Dec 24-26 off',
    amenities: ['wifi', 'wheelchair', 'lift', 'toilets', 'free-entry'],
    tags: ['museum', 'london', 'history'],
  },
  {
    name: 'Bibliothèque nationale de France',
    category: 'library',
    address: 'Quai François-Mauriac, Paris, France',
    area: 'Paris',
    latitude: 48.8337,
    longitude: 2.3758,
    website: 'https://www.bnf.fr/',
    tags: ['library', 'paris', 'france'],
  },
  {
    name: 'Biblioteca Nacional de España',
    category: 'library',
    address: 'Paseo de Recoletos, Madrid, Spain',
    area: 'Madrid',
    latitude: 40.4236,
    longitude: -3.6903,
    website: 'https://www.bne.es/',
    tags: ['library', 'spain'],
  },
  {
    name: 'Museo del Prado',
    category: 'museum',
    address: 'Paseo del Prado, Madrid, Spain',
    area: 'Madrid',
    latitude: 40.4138,
    longitude: -3.6921,
    website: 'https://www.museodelprado.es/',
    hours: 'Mo-Sa 10:00-20:00; Su,PH 10:00-19:00; Jan 01,May 01,Dec 25 off',
    amenities: ['wheelchair', 'lift', 'toilets'],
    tags: ['museum', 'painting', 'spain'],
  },
  {
    name: 'Rijksmuseum',
    category: 'museum',
    address: 'Museumstraat, Amsterdam, Netherlands',
    area: 'Amsterdam',
    latitude: 52.36,
    longitude: 4.8852,
    website: 'https://www.rijksmuseum.nl/',
    hours: 'Mo-Su 09:00-17:00',
    amenities: ['wifi', 'wheelchair', 'lift', 'toilets'],
    tags: ['museum', 'painting'],
  },
  {
    name: 'Bibliotheca Alexandrina',
    category: 'library',
    address: 'Alexandria, Egypt',
    area: 'Alexandria',
    latitude: 31.2089,
    longitude: 29.9092,
    website: 'https://www.bibalex.org/',
    tags: ['library', 'architecture', 'africa'],
  },
  {
    name: 'Museo Nacional de Antropología',
    category: 'museum',
    address: 'Chapultepec, Ciudad de México, Mexico',
    area: 'Mexico City',
    latitude: 19.426,
    longitude: -99.1863,
    website: 'https://www.mna.inah.gob.mx/',
    hours: 'Tu-Su 09:00-18:00',
    tags: ['museum', 'history'],
  },
  {
    name: 'State Library Victoria',
    category: 'library',
    address: 'Swanston Street, Melbourne, Australia',
    area: 'Melbourne',
    latitude: -37.8098,
    longitude: 144.9652,
    website: 'https://www.slv.vic.gov.au/',
    hours: 'Mo-Su 10:00-18:00',
    amenities: ['wifi', 'wheelchair', 'lift', 'toilets', 'free-entry'],
    tags: ['library', 'architecture'],
  },
];
