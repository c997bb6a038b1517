import { describe, expect, it } from 'vitest';
import { hoursProblem, openingOf } from '#functions/places/opening.ts';
import { countryOfZone, momentOf, shownBy, zoneAt } from '#functions/places/zone.ts';
import { openAt, openingDays } from '#shared/places/rules.ts';
import fc from '#tests/setup/properties.ts';

const vienna = { latitude: 48.2082, longitude: 16.3738 };
const melbourne = { latitude: -37.8098, longitude: 144.9652 };
const newYork = { latitude: 40.7532, longitude: -73.9822 };
const openIn = (position: typeof vienna, hours: string, now: string) => {
  const found = openingOf({ hours, position }, new Date(now));
  if (!found) throw new Error(`${hours} cannot be read`);
  return found;
};
const at = (time: string) => Date.parse(time);

describe('a place’s hours', () => {
  it('are stretches by the clocks of the place, wherever the process runs', () => {
    const found = openIn(vienna, 'Mo-Fr 08:00-19:00; Sa 09:00-14:00; PH off', '2026-05-02T10:00:00Z');
    expect(found).toMatchObject({
      zone: 'Europe/Vienna',
      since: '2026-05-01T22:00:00.000Z',
      until: '2026-05-09T22:00:00.000Z',
      holidays: true,
    });
    expect(found.stretches.slice(0, 2)).toEqual([
      { from: '2026-05-02T07:00:00.000Z', to: '2026-05-02T12:00:00.000Z' },
      { from: '2026-05-04T06:00:00.000Z', to: '2026-05-04T17:00:00.000Z' },
    ]);
    expect(openIn(melbourne, 'Mo-Su 10:00-17:00', '2026-05-02T20:00:00Z').stretches[0]).toEqual({
      from: '2026-05-03T00:00:00.000Z',
      to: '2026-05-03T07:00:00.000Z',
    });
  });

  it('know the public holidays of its country', () => {
    const { stretches } = openIn(vienna, 'Mo-Su 10:00-18:00; PH off', '2026-12-24T12:00:00Z');
    expect(stretches.map(({ from }) => from.slice(0, 10)).slice(0, 3)).toEqual([
      '2026-12-24',
      '2026-12-27',
      '2026-12-28',
    ]);
    // Thanksgiving.
    const american = openIn(newYork, 'Mo-Su 10:00-18:00; PH off', '2026-11-25T12:00:00Z').stretches;
    expect(american.map(({ from }) => from.slice(0, 10)).slice(0, 2)).toEqual(['2026-11-25', '2026-11-27']);
  });

  it('go without holidays where nobody knows them', () => {
    const cairo = openIn({ latitude: 31.2, longitude: 29.9 }, 'Mo-Sa,PH 10:00-19:00; SH off', '2026-05-02T10:00:00Z');
    expect(cairo.holidays).toBe(false);
    expect(cairo.stretches).toHaveLength(7);
  });

  it('go with the sun of the place, by its clocks', () => {
    const [first] = openIn(melbourne, 'sunrise-sunset', '2026-12-21T20:00:00Z').stretches;
    // Sunrise 5:54, sunset 20:42 by daylight time, to a few minutes.
    expect(Math.abs(at(first?.from ?? '') - at('2026-12-21T18:54:00Z'))).toBeLessThan(600_000);
    expect(Math.abs(at(first?.to ?? '') - at('2026-12-22T09:42:00Z'))).toBeLessThan(600_000);
  });

  it('stay right where the clocks are set: out of an hour later that morning', () => {
    const { stretches } = openIn(vienna, 'Mo-Su 01:00-10:00', '2026-03-28T12:00:00Z');
    expect(stretches.slice(0, 3)).toEqual([
      { from: '2026-03-28T00:00:00.000Z', to: '2026-03-28T09:00:00.000Z' },
      { from: '2026-03-29T00:00:00.000Z', to: '2026-03-29T08:00:00.000Z' },
      { from: '2026-03-29T23:00:00.000Z', to: '2026-03-30T08:00:00.000Z' },
    ]);
  });

  it('say what is only by agreement, and what is uncertain', () => {
    const [first] = openIn(vienna, 'Mo-Su 10:00-12:00 unknown "ring the bell"', '2026-05-02T10:00:00Z').stretches;
    expect(first).toMatchObject({ unsure: true, note: 'ring the bell' });
  });
});

describe('whether a place is open', () => {
  const night = openIn(vienna, 'Mo-Su 18:00-02:00', '2026-05-02T23:00:00Z');

  it('is said from the stretches alone', () => {
    expect(openAt(night, at('2026-05-02T23:30:00Z'))).toMatchObject({ is: 'open', until: '2026-05-03T00:00:00.000Z' });
    expect(openAt(night, at('2026-05-03T00:00:00Z'))).toEqual({ is: 'closed', opens: '2026-05-03T16:00:00.000Z' });
    expect(openAt(night, at('2026-06-03T00:00:00Z'))).toBeUndefined();
  });

  it('needs no end where it is always open', () => {
    const always = openIn(vienna, '24/7', '2026-05-02T10:00:00Z');
    expect(openAt(always, at('2026-05-02T10:00:00Z'))).toEqual({ is: 'open', stretch: always.stretches[0] });
    expect(openingDays(always).map(({ stretches }) => stretches.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(openAt(openIn(vienna, 'off', '2026-05-02T10:00:00Z'), at('2026-05-02T10:00:00Z'))).toEqual({ is: 'closed' });
  });

  it('is shown by the days of the place', () => {
    expect(openingDays(night, 3).map(({ day, stretches }) => [day, stretches.length])).toEqual([
      ['2026-05-03', 1],
      ['2026-05-04', 1],
      ['2026-05-05', 1],
    ]);
  });
});

describe('hours that somebody writes', () => {
  it.each(['24/7', 'Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off', 'Apr-Oct: Mo-Su 10:00-18:00', '"by appointment"'])(
    'may be %j',
    (hours) => expect(hoursProblem({ hours, position: vienna })).toBeUndefined(),
  );

  it.each([
    'whenever we like',
    'Mo-Fr 25:00-99:00',
    'Feb 30 10:00-12:00',
    '(((((((((((((((((((((((((((((((((((((((((((',
    'Mo-Su 00:00-24:00/00:01',
    '\u202eMo 10:00-12:00',
    '<script>alert(1)</script>',
    `${'Mo 10:00-12:00 || '.repeat(14)}x`,
    'Mo'.repeat(200),
    '',
  ])('are refused where they cannot be read: %j', (hours) => {
    expect(hoursProblem({ hours, position: vienna })).toMatch(/^(is|has|cannot|takes) .{5,160}$/);
    expect(openingOf({ hours, position: vienna }, new Date())).toBeUndefined();
  });

  it.each([
    ['Mo-Fr 9-5', 'is not clear at “9-5”: close at 17:00 or at 05:00?'],
    ['Mon-Fri 9am-6pm, Sat 10-2', 'is not clear at “10-2”: close at 14:00 or at 02:00?'],
  ])('are asked back where they close before they open: %j', (hours, problem) => {
    expect(hoursProblem({ hours, position: vienna })).toBe(problem);
  });

  it('are taken, and asked back, with holidays of a country of which none are known', () => {
    const cairo = { latitude: 31.2, longitude: 29.9 };
    const problem = (hours: string) => hoursProblem({ hours, position: cairo });
    expect(problem('Mo-Fr 08:00-19:00; Sa 09:00-14:00; PH off')).toBeUndefined();
    expect(problem('Mo-Fr 9-5; PH off')).toBe('is not clear at “9-5”: close at 17:00 or at 05:00?');
  });

  it.each(['Mo-Fr 9-18', 'Fr 22-04', 'Mo-Fr 9am-5pm', 'week 1-9: Mo 09:00-12:00'])('are clear as %j', (hours) => {
    expect(hoursProblem({ hours, position: vienna })).toBeUndefined();
  });

  it('never throw, never log, and never are worked at for long, whatever they are made of', () => {
    const tokens = fc.constantFrom(
      ...'Mo Tu-Fr Sa,Su PH SH 24/7 week 1-53 /2 [1] [-1] easter +1_day -2_days 2026 2020-9999 Jan Feb-Dec 29 30 10:00-12:00 22:00-48:00 sunrise (sunset+01:00) - , ; || : off open unknown "x" + 00:00-24:00 dawn-dusk ( ) [ ]'.split(
        ' ',
      ),
    );
    const texts = fc
      .array(tokens, { maxLength: 40 })
      .map((parts) => parts.join(' ').replaceAll('_', ' ').slice(0, 255));
    fc.assert(
      fc.property(texts, (hours) => {
        const found = openingOf({ hours, position: vienna }, new Date('2026-05-02T10:00:00Z'));
        expect(found?.stretches.every(({ from, to }) => from < to) ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the clocks of a place', () => {
  it('show each moment, and each is found by what they show', () => {
    for (const zone of ['Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'])
      for (let n = 0; n < 24 * 370; n += 7) {
        const moment = at('2026-01-01T00:00:00Z') + n * 3_600_000;
        const again = momentOf(zone, shownBy(zone, moment));
        // An hour that comes twice is found the first time.
        expect(Math.abs(again - moment)).toBeLessThanOrEqual(3_600_000);
        expect(shownBy(zone, again)).toBe(shownBy(zone, moment));
      }
  });

  it('belong to a country, by whatever name they go', () => {
    expect(zoneAt({ latitude: 50.45, longitude: 30.52 })).toBe('Europe/Kyiv');
    expect(['Europe/Kyiv', 'Europe/Vienna', 'America/Argentina/Buenos_Aires', 'Etc/GMT'].map(countryOfZone)).toEqual([
      'ua',
      'at',
      'ar',
      undefined,
    ]);
  });
});
