/** The cities that the collection's places stand in, as Wikidata has them. */
export const seedAreas = [
  { name: 'Alexandria', latitude: 31.2001, longitude: 29.9187, radius: 15, wikidata: 'Q87' },
  { name: 'Amsterdam', latitude: 52.3676, longitude: 4.9041, radius: 10, wikidata: 'Q727' },
  { name: 'London', latitude: 51.5072, longitude: -0.1276, radius: 25, wikidata: 'Q84' },
  { name: 'Madrid', latitude: 40.4168, longitude: -3.7038, radius: 15, wikidata: 'Q2807' },
  { name: 'Melbourne', latitude: -37.8136, longitude: 144.9631, radius: 30, wikidata: 'Q3141' },
  { name: 'Mexico City', latitude: 19.4326, longitude: -99.1332, radius: 25, wikidata: 'Q1489' },
  { name: 'New York City', latitude: 40.7128, longitude: -74.006, radius: 25, wikidata: 'Q60' },
  { name: 'Oxford', latitude: 51.752, longitude: -1.2577, radius: 6, wikidata: 'Q34217' },
  { name: 'Paris', latitude: 48.8566, longitude: 2.3522, radius: 8, wikidata: 'Q90' },
  { name: 'Washington, D.C.', latitude: 38.9072, longitude: -77.0369, radius: 10, wikidata: 'Q61' },
] as const;
export type SeedArea = (typeof seedAreas)[number];
