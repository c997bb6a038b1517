import lookUp from '@photostructure/tz-lookup';
import type { Position } from '#shared/places/schema.ts';

/** The IANA time zone of a position: to the nearest of a coarse map's fields, within kilometres of a border. */
export const zoneAt = ({ latitude, longitude }: Position): string => lookUp(latitude, longitude);

/** Formats are dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const found =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, found);
  return found;
}

/** How many milliseconds the clocks of a zone are ahead of UTC at a moment. */
export function aheadOfUtc(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** What the clocks of a zone show at a moment, as the moment at which those of UTC show it. */
export const shownBy = (zone: string, at: number): number => at + aheadOfUtc(zone, at);

/** The moment at which the clocks of a zone show this: where they are set back the first, where they skip it the one after. */
export function momentOf(zone: string, shown: number): number {
  const before = shown - aheadOfUtc(zone, shown - 86_400_000);
  if (shownBy(zone, before) === shown) return before;
  const after = shown - aheadOfUtc(zone, shown + 86_400_000);
  return shownBy(zone, after) === shown ? after : before;
}

/**
 * Countries of which the library of opening hours knows the public holidays, by ISO 3166 code; source: its folder of
 * holidays.
 */
const countries =
  'ar,at,au,be,bg,br,by,ca,ch,ci,cn,cz,de,dk,ee,es,fi,fr,gb,ge,gg,gi,gr,hr,hu,ie,im,it,je,jp,lt,lu,lv,mc,md,mt,mx,na,nf,nl,no,nz,pl,pm,pt,ro,rs,ru,se,si,sj,sk,sm,ua,us,vn,za';
const countryOf = new Map<string, string>();

/** The country whose holidays hold in a time zone, as an ISO 3166 code in small letters; undefined where those are not known. */
export function countryOfZone(zone: string): string | undefined {
  if (countryOf.size === 0)
    for (const country of countries.split(',')) {
      // Node 20 has the list as a getter.
      const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
        timeZones?: string[];
        getTimeZones?: () => string[];
      };
      for (const name of locale.getTimeZones?.() ?? locale.timeZones ?? []) countryOf.set(name, country);
    }
  return (
    countryOf.get(zone) ?? countryOf.get(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone)
  );
}
