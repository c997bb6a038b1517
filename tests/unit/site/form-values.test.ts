import { describe, expect, it } from 'vitest';
import { byField, fieldsOf, problemsOf, textsOf } from '#frontend/features/items/form-values.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import fc from '#tests/setup/properties.ts';

const { book, place } = kinds;

describe('a form’s texts', () => {
  it('become the kind’s fields, and empty ones are left out', () => {
    const fields = fieldsOf(book.form, {
      title: ' Walden ',
      authors: 'H. D. Thoreau\n\n  A. N. Other ',
      year: '1,854',
      isbn: '  ',
    });

    expect(fields).toEqual({ title: 'Walden', authors: ['H. D. Thoreau', 'A. N. Other'], year: 1854 });
    expect(problemsOf(book, fields)).toEqual({});
  });

  it.each(['51.5257, -0.1337', '51.5257 -0.1337', '51.5257;-0.1337', ' 51.5257 ,  -0.1337 '])(
    '%j is a position',
    (position) => {
      expect(fieldsOf(place.form, { position })).toEqual({ position: { latitude: 51.5257, longitude: -0.1337 } });
    },
  );

  it('keeps what the form does not ask for', () => {
    expect(fieldsOf(book.form, { title: 'Walden' }, { goodreads: 42, title: 'Old', year: 1 })).toEqual({
      title: 'Walden',
      goodreads: 42,
    });
  });

  it('come back as they were from an item’s fields', () => {
    const lines = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !text.includes('\n'));
    fc.assert(
      fc.property(
        lines,
        fc.array(lines, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -4000, max: 2100 }),
        (title, authors, year) => {
          const fields = { title, authors, year };
          expect(fieldsOf(book.form, textsOf(book.form, fields))).toEqual(fields);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (latitude, longitude) => {
          const position = { latitude: latitude + 0, longitude: longitude + 0 };
          expect(fieldsOf(place.form, textsOf(place.form, { position }))).toEqual({ position });
        },
      ),
    );
  });
});

describe('what a form says about itself', () => {
  it('asks for what is needed and missing', () => {
    expect(problemsOf(book, fieldsOf(book.form, {}))).toEqual({ title: 'This is needed.' });
    expect(problemsOf(place, fieldsOf(place.form, { name: 'Here' }))).toEqual({ position: 'This is needed.' });
  });

  it('says in words what does not fit', () => {
    const problems = problemsOf(book, fieldsOf(book.form, { title: 'x', isbn: '123', year: 'last year' }));

    expect(problems).toEqual({ isbn: 'This is not a valid ISBN.', year: 'This is not a whole number in range.' });
  });

  it.each([
    ['48.2082° N, 16.3738° E', 48.2082, 16.3738],
    ['48°12′30″N 16°22′30″E', 48.2083333, 16.375],
    ['33° 51\' 30" S 151° 12\' 0" E', -33.8583333, 151.2],
    ['geo:48.2082,16.3738;u=35', 48.2082, 16.3738],
    ['https://www.openstreetmap.org/?mlat=48.2082&mlon=16.3738#map=17/48.3/16.4', 48.2082, 16.3738],
    ['https://www.openstreetmap.org/#map=17/48.2082/-16.3738', 48.2082, -16.3738],
    ['https://www.google.com/maps/place/X/@48.3,16.4,17z/data=!3m1!4b1!3d48.2082!4d16.3738', 48.2082, 16.3738],
    ['https://www.google.com/maps/@48.2082,16.3738,17z', 48.2082, 16.3738],
    ['https://maps.apple.com/?ll=48.2082,16.3738', 48.2082, 16.3738],
    ['(48.2082, 16.3738)', 48.2082, 16.3738],
  ])('%s, as pasted, is a position', (position, latitude, longitude) => {
    expect(fieldsOf(place.form, { position })).toEqual({ position: { latitude, longitude } });
  });

  it('what is pasted is read at once, however long', () => {
    for (const position of [
      'https://example.org/'.repeat(50_000),
      `${'9'.repeat(100_000)} N, 1 E`,
      '1 '.repeat(200_000),
    ])
      expect(problemsOf(place, fieldsOf(place.form, { name: 'Here', position })).position).toMatch(/^Give latitude/);
  });

  it.each(['north', '51', '51, 200', '51, -0.1, 3 km', '48,8584 2,2945', '40.4168 N, 3.7038 O'])(
    '%j is no position',
    (position) => {
      const problems = problemsOf(place, fieldsOf(place.form, { name: 'Here', position }));

      expect(problems.position).toMatch(/^Give latitude and longitude/);
    },
  );

  it('puts a refusal of the server to its field, once, and leaves out what it has no field for', () => {
    const problems = [
      { path: 'body.fields.isbn', message: 'is not a valid ISBN' },
      { path: 'fields/isbn', message: 'is too long' },
      { path: 'fields.unheard', message: 'is not known' },
    ];

    expect(byField(problems, book, { isbn: '1' })).toEqual({ isbn: 'This is not a valid ISBN.' });
  });
});
