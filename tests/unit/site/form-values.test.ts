import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byField, fieldsOf, problemsOf, textsOf } from '#frontend/features/items/form-values.ts';
import { kinds } from '#shared/items/kinds/registry.ts';

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

  it.each(['north', '51', '51, 200', '51, -0.1, 3 km', '48,8584 2,2945'])('%j is no position', (position) => {
    const problems = problemsOf(place, fieldsOf(place.form, { name: 'Here', position }));

    expect(problems.position).toMatch(/^Give latitude and longitude/);
  });

  it('puts a refusal of the server to its field, once, and leaves out what it has no field for', () => {
    const problems = [
      { path: 'body.fields.isbn', message: 'is not a valid ISBN' },
      { path: 'fields/isbn', message: 'is too long' },
      { path: 'fields.unheard', message: 'is not known' },
    ];

    expect(byField(problems, book, { isbn: '1' })).toEqual({ isbn: 'This is not a valid ISBN.' });
  });
});
