/** The same three places in each format that holds places, and what in them is none: a street, a tree without a name. */
const cafe = {
  name: 'Café Überall',
  amenity: 'cafe',
  cuisine: 'coffee_shop;cake',
  opening_hours: 'Mo-Fr 08:00-18:00; Sa 09:00-14:00',
  wheelchair: 'yes',
  outdoor_seating: 'yes',
  internet_access: 'wlan',
  'addr:street': 'Hauptstraße',
  'addr:housenumber': '12a',
  'addr:postcode': '10827',
  'addr:city': 'Berlin',
  website: 'ueberall.example.org',
  phone: '+49 30 1234567; +49 30 7654321',
};
const museum = {
  name: 'Museum <b>of</b> Everything',
  tourism: 'museum',
  fee: 'no',
  opening_hours: 'whenever we feel like it',
};
const shop = { name: 'Books & Co', shop: 'books', 'payment:cards': 'yes' };
const street = { name: 'Hauptstraße', highway: 'residential' };

const tagsXml = (tags: Record<string, string>) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}"/>`)
    .join('');

export const placeFiles = {
  geojson: JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: 'node/101', properties: cafe, geometry: { type: 'Point', coordinates: [13.35, 52.48] } },
      {
        type: 'Feature',
        properties: { ...museum, '@id': 'way/102' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [13.4, 52.5],
              [13.402, 52.5],
              [13.402, 52.502],
              [13.4, 52.502],
              [13.4, 52.5],
            ],
          ],
        },
      },
      { type: 'Feature', id: 'node/103', properties: shop, geometry: { type: 'Point', coordinates: [13.36, 52.49] } },
    ],
  }),
  overpass: JSON.stringify({
    version: 0.6,
    generator: 'Overpass API',
    elements: [
      { type: 'node', id: 101, lat: 52.48, lon: 13.35, tags: cafe },
      { type: 'way', id: 102, center: { lat: 52.501, lon: 13.401 }, nodes: [1, 2], tags: museum },
      { type: 'node', id: 103, lat: 52.49, lon: 13.36, tags: shop },
      { type: 'way', id: 104, nodes: [101, 103], tags: street },
      { type: 'node', id: 105, lat: 52.49, lon: 13.37, tags: { natural: 'tree' } },
    ],
  }),
  'osm-xml': `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="CGImap"><bounds minlat="52" minlon="13" maxlat="53" maxlon="14"/>
<node id="101" lat="52.48" lon="13.35">${tagsXml(cafe)}</node>
<node id="1" lat="52.5" lon="13.4"/><node id="2" lat="52.502" lon="13.402"/>
<node id="103" lat="52.49" lon="13.36">${tagsXml(shop)}</node>
<node id="105" lat="52.49" lon="13.37"><tag k="natural" v="tree"/></node>
<way id="102"><nd ref="1"/><nd ref="2"/><nd ref="999"/>${tagsXml(museum)}</way>
<way id="104"><nd ref="1"/><nd ref="103"/>${tagsXml(street)}</way>
</osm>`,
} as const;
