const degree = String.raw`(\d{1,3}(?:\.\d+)?)\s*(?:°|º|deg)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*["″”]\s*)?`;
/** `48.2082° N, 16.3738° E`, `48°12′30″N 16°22′26″E`: as pages of this site and encyclopedias write it. `O` is east in one language, west in others: none. */
const sided = new RegExp(String.raw`^${degree}([NS])[\s,;]+${degree}([EW])$`, 'i');
/** A pair in the address of a map: where its pin is, before what it looks at. */
const number = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const addressed = [
  new RegExp(String.raw`^geo:${number},${number}(?![\d.])`, 'i'),
  new RegExp(String.raw`^https?://.*[?&]mlat=${number}&mlon=${number}(?![\d.])`, 'i'),
  new RegExp(String.raw`^https?://.*!3d${number}!4d${number}(?![\d.])`, 'i'),
  new RegExp(String.raw`^https?://.*[?&](?:q|ll|query)=(?:loc:)?${number}(?:,|%2C)\+?${number}(?![\d.])`, 'i'),
  new RegExp(String.raw`^https?://.*#map=\d+(?:\.\d+)?/${number}/${number}(?![\d.])`, 'i'),
  new RegExp(String.raw`^https?://.*/@${number},${number}(?![\d.])`, 'i'),
];

/**
 * The position that somebody wrote or pasted, in degrees, out of range or not: two numbers, degrees with the letters of
 * their sides, a `geo:` address or that of a map (OpenStreetMap, Google, Apple). NaN where it is none: more than two numbers, such as
 * with decimal commas, are none rather than another one. Nothing is visited.
 */
export function writtenPosition(text: string): { latitude: number; longitude: number } {
  const written = text.trim().slice(0, 2000);
  for (const form of addressed) {
    const found = form.exec(written);
    if (found) return { latitude: Number(found[1]), longitude: Number(found[2]) };
  }
  const sides = sided.exec(written);
  if (sides) {
    const [, a, b, c, north = '', d, e, f, east = ''] = sides;
    const degrees = (whole = '0', minutes = '0', seconds = '0') =>
      Math.round((Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600) * 1e7) / 1e7;
    return {
      latitude: degrees(a, b, c) * (/s/i.test(north) ? -1 : 1),
      longitude: degrees(d, e, f) * (/w/i.test(east) ? -1 : 1),
    };
  }
  const [latitude = Number.NaN, longitude = Number.NaN, ...more] = written
    .replace(/^\((.*)\)$/, '$1')
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  return { latitude, longitude: more.length > 0 ? Number.NaN : longitude };
}
