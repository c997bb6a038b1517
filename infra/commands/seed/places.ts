type SeedPlace = {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
  website: string;
  tags: string[];
};

/** Libraries and museums that everybody may enter. */
export const seedPlaces: readonly SeedPlace[] = [
  {
    name: 'Library of Congress',
    address: 'Washington, D.C., United States',
    latitude: 38.8887,
    longitude: -77.0047,
    website: 'https://www.loc.gov/',
    tags: ['library', 'architecture', 'america'],
  },
  {
    name: 'New York Public Library',
    address: 'Fifth Avenue, New York, United States',
    latitude: 40.7532,
    longitude: -73.9822,
    website: 'https://www.nypl.org/',
    tags: ['library', 'architecture', 'america'],
  },
  {
    name: 'Bodleian Library',
    address: 'Broad Street, Oxford, United Kingdom',
    latitude: 51.754,
    longitude: -1.254,
    website: 'https://www.bodleian.ox.ac.uk/',
    tags: ['library', 'history', 'england'],
  },
  {
    name: 'British Library',
    address: 'Euston Road, London, United Kingdom',
    latitude: 51.53,
    longitude: -0.1277,
    website: 'https://www.bl.uk/',
    tags: ['library', 'london', 'england'],
  },
  {
    name: 'British Museum',
    address: 'Great Russell Street, London, United Kingdom',
    latitude: 51.5194,
    longitude: -0.127,
    website: 'https://www.britishmuseum.org/',
    tags: ['museum', 'london', 'history'],
  },
  {
    name: 'Bibliothèque nationale de France',
    address: 'Quai François-Mauriac, Paris, France',
    latitude: 48.8337,
    longitude: 2.3758,
    website: 'https://www.bnf.fr/',
    tags: ['library', 'paris', 'france'],
  },
  {
    name: 'Biblioteca Nacional de España',
    address: 'Paseo de Recoletos, Madrid, Spain',
    latitude: 40.4236,
    longitude: -3.6903,
    website: 'https://www.bne.es/',
    tags: ['library', 'spain'],
  },
  {
    name: 'Museo del Prado',
    address: 'Paseo del Prado, Madrid, Spain',
    latitude: 40.4138,
    longitude: -3.6921,
    website: 'https://www.museodelprado.es/',
    tags: ['museum', 'painting', 'spain'],
  },
  {
    name: 'Rijksmuseum',
    address: 'Museumstraat, Amsterdam, Netherlands',
    latitude: 52.36,
    longitude: 4.8852,
    website: 'https://www.rijksmuseum.nl/',
    tags: ['museum', 'painting'],
  },
  {
    name: 'Bibliotheca Alexandrina',
    address: 'Alexandria, Egypt',
    latitude: 31.2089,
    longitude: 29.9092,
    website: 'https://www.bibalex.org/',
    tags: ['library', 'architecture', 'africa'],
  },
  {
    name: 'Museo Nacional de Antropología',
    address: 'Chapultepec, Ciudad de México, Mexico',
    latitude: 19.426,
    longitude: -99.1863,
    website: 'https://www.mna.inah.gob.mx/',
    tags: ['museum', 'history'],
  },
  {
    name: 'State Library Victoria',
    address: 'Swanston Street, Melbourne, Australia',
    latitude: -37.8098,
    longitude: 144.9652,
    website: 'https://www.slv.vic.gov.au/',
    tags: ['library', 'architecture'],
  },
];
