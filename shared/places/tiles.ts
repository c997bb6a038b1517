/** Where the pictures of maps come from: a template with {z}, {x} and {y}, whose they are, and where that is said. */
export type Tiles = { url: string; by: string; link?: string };

/** What a site shows whose owner chose nothing. Its policy asks for the credit, and not to be used by the million. */
export const openStreetMap: Tiles = {
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  by: '© OpenStreetMap contributors',
  link: 'https://www.openstreetmap.org/copyright',
};

/**
 * The tiles of a choice: a template, or `none` for maps without pictures, or nothing for OpenStreetMap's own.
 * @throws a sentence for the terminal where it is no template
 */
export function readTiles(url: string | undefined, by: string | undefined): Tiles | undefined {
  if (url === 'none') return undefined;
  if (!url || url === openStreetMap.url) return openStreetMap;
  // Pages are served by https, where a picture from anywhere else is not shown.
  const isTemplate =
    /^https:\/\/[^\s"'<>;,]{1,1000}$/.test(url) && ['{z}', '{x}', '{y}'].every((part) => url.includes(part));
  if (!isTemplate)
    throw new Error(`'${url}' is no address of map tiles: https://… with {z}, {x} and {y} in it, or none`);
  return { url, by: by ?? '' };
}
