import { describe, expect, test } from 'vitest';
import { begun, isSavable, type Known, saveOf, suggestions, tagsIn, withTag } from '#extension/popup-model.ts';
import { patternOf, siteOf } from '#extension/settings.ts';
import { saveAddress } from '#shared/saves/operations.ts';
import fc from '#tests/setup/properties.ts';

const nothing: Known = { item: null, save: null, tags: { popular: [], mine: [], network: [] } };
const item = { id: 'a1B2c3D4e5F6', kind: 'link' as const, title: 'As it is called here' };
const earlier: NonNullable<Known['save']> = {
  item: { ...item, byline: 'example.org' },
  by: 'alice',
  at: '2026-11-01T00:00:00Z',
  private: true,
  shelf: 'to-read',
  shelves: ['work'],
  note: 'My note',
  privateNote: 'For me',
  tags: ['web', 'rust'],
  readings: [{ started: '2026-11-01' }],
};
const page = { url: 'https://example.org/a', title: '  A \n page ', selected: ' Said there. ' };

describe('a form begins', () => {
  test('with what the page says, where nothing is known', () => {
    expect(begun(page, nothing)).toEqual({
      title: 'A page',
      note: 'Said there.',
      tags: '',
      isPrivate: false,
      shelf: '',
    });
  });

  test('with what the item is called, where it is here', () => {
    expect(begun(page, { ...nothing, item }).title).toBe('As it is called here');
  });

  test('with what was saved before', () => {
    expect(begun(page, { ...nothing, item, save: earlier })).toEqual({
      title: 'As it is called here',
      note: 'My note',
      tags: 'web rust ',
      isPrivate: true,
      shelf: 'to-read',
    });
  });

  test('with no more than may be sent, whatever a page says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2500 }),
        fc.string({ unit: 'binary', maxLength: 2500 }),
        (title, selected) => {
          const form = begun({ ...page, title, selected }, nothing);
          expect(form.title.length).toBeLessThanOrEqual(300);
          expect(form.note.length).toBeLessThanOrEqual(2000);
          expect(form.title.isWellFormed() && form.note.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what is sent', () => {
  const body = saveAddress.body;
  const form = { title: 'A page', note: 'Good', tags: 'Web, rust web', isPrivate: false, shelf: '' };

  test('is what the contract asks for', () => {
    const sent = saveOf(page, form, nothing);
    expect(sent).toMatchObject({ url: page.url, title: 'A page', note: 'Good', private: false, tags: ['web', 'rust'] });
    expect(body.safeParse(sent).error).toBeUndefined();
    expect(
      body.safeParse(saveOf(page, { ...form, title: '', shelf: 'read' }, { ...nothing, item })).error,
    ).toBeUndefined();
  });

  test('calls nothing otherwise that is here already', () => {
    expect(saveOf(page, form, { ...nothing, item })).not.toHaveProperty('title');
  });

  test('loses nothing of a save that the form does not show', () => {
    const known = { ...nothing, item, save: earlier };
    const { shelves, privateNote, readings } = earlier;
    expect(saveOf(page, begun(page, known), known)).toMatchObject({ shelves, privateNote, readings, private: true });
  });
});

describe('tags', () => {
  test('are separated by spaces and commas, in normal form, each once', () => {
    expect(tagsIn(' Web,rust  #Web ')).toEqual({ tags: ['web', 'rust'], refused: [] });
    expect(tagsIn('fine <b>')).toEqual({ tags: ['fine'], refused: ['<b>'] });
    expect(tagsIn('')).toEqual({ tags: [], refused: [] });
  });

  const known = {
    popular: ['web', 'reading', 'to-read'],
    mine: ['reading', 'rust', 'recipes'],
    network: ['rewrite', 'web'],
  };

  test('are suggested as they are typed, those that begin so first, none twice', () => {
    expect(suggestions('', known).map(({ label }) => label)).toEqual(['Popular', 'Yours', 'People you follow']);
    expect(suggestions('web re', known)).toEqual([
      { label: 'Popular', tags: ['reading', 'to-read'] },
      { label: 'Yours', tags: ['recipes'] },
      { label: 'People you follow', tags: ['rewrite'] },
    ]);
    expect(suggestions('RE', known)[0]?.tags[0]).toBe('reading');
    expect(suggestions('zzz', known)).toEqual([]);
  });

  test('are not suggested where they are there', () => {
    expect(suggestions('web reading ', known).flatMap(({ tags }) => tags)).not.toEqual(
      expect.arrayContaining(['web', 'reading']),
    );
  });

  test('take the place of what was being typed', () => {
    expect(withTag('web re', 'reading')).toBe('web reading ');
    expect(withTag('web ', 'reading')).toBe('web reading ');
    expect(withTag('', 'reading')).toBe('reading ');
    expect(withTag('web,re', 'reading')).toBe('web,reading ');
  });
});

test('only pages of the web are saved', () => {
  expect(['https://a.example', 'HTTP://a.example'].every(isSavable)).toBe(true);
  expect(['chrome://extensions', 'about:blank', 'file:///a', undefined, ''].some(isSavable)).toBe(false);
});

test('a token goes over TLS only, or to this machine', () => {
  expect(siteOf(' https://Reviews.example/some/page?x ')).toBe('https://reviews.example');
  expect(siteOf('reviews.example')).toBe('https://reviews.example');
  expect(siteOf('localhost:3000')).toBe('http://localhost:3000');
  expect(siteOf('http://127.0.0.1:3000/')).toBe('http://127.0.0.1:3000');
  const refused = [
    'http://reviews.example',
    'http://localhost.example',
    'ftp://a.example',
    'https://a:b@c.example',
    'javascript://a.example',
    '',
    '   ',
  ];
  for (const typed of refused) expect(siteOf(typed), typed).toBeUndefined();
  expect(patternOf('https://reviews.example:8443')).toBe('https://reviews.example/*');
});
