import { describe, expect, it } from 'vitest';
import { readNetscape } from '#functions/imports/formats/netscape.ts';

const file = (inside: string) => `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n${inside}`;
const entry = (attributes: string, rest = '') => `<DT><A HREF="https://example.org/"${attributes}>Example</A>\n${rest}`;
const one = (attributes: string, rest = '') => readNetscape(file(entry(attributes, rest)))[0];

describe('a file of bookmarks as browsers write it', () => {
  it('is read entry by entry, with folders that are never closed', () => {
    const saves = readNetscape(
      file(`<DT><H3>Reading</H3>
<DD>What I read
<DL><p>
${entry(' TAGS="a,b c"', '<DD>First line\n  second &lt;line&gt;\n')}
<DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bar</H3>
<DL><p>
<DT><A HREF="https://example.net/&#63;x=1&amp;y=2">Two &amp; <b>bold</b></A>`),
    );

    expect(saves).toEqual([
      {
        row: 1,
        title: 'Example',
        url: 'https://example.org/',
        private: true,
        note: 'First line\n  second <line>',
        tags: ['a', 'b-c', 'reading'],
        problems: [],
      },
      {
        row: 2,
        title: 'Two & bold',
        url: 'https://example.net/?x=1&y=2',
        private: true,
        tags: ['reading'],
        problems: [],
      },
    ]);
  });

  it.each([
    ['', true],
    [' PRIVATE=""', true],
    [' PRIVATE="1"', true],
    [' PRIVATE="maybe"', true],
    [' PRIVATE="0"', false],
    [' private=0', false],
  ])('with%s is private: %s', (attributes, expected) => {
    expect(one(attributes)?.private).toBe(expected);
  });

  it.each([
    ['1616337559', '2021-03-21T14:39:19Z'],
    ['1616337559000', '2021-03-21T14:39:19Z'],
    ['1616337559000000', '2021-03-21T14:39:19Z'],
    ['1616337559000000000', '2021-03-21T14:39:19Z'],
    ['2021-03-21T15:39:19+01:00', '2021-03-21T14:39:19Z'],
    ['2021-03-21 14:39:19', '2021-03-21T14:39:19Z'],
    ['2021-03-21', '2021-03-21T12:00:00Z'],
    ['0', undefined],
  ])('of %s is of %s', (written, at) => {
    const save = one(` ADD_DATE="${written}"`);

    expect([save?.at, save?.problems]).toEqual([at, []]);
  });

  it.each(['yesterday', '-5', '99999999999999999999', '2021-02-30T10:00:00Z', '1e9'])(
    'tells that %s is no date',
    (written) => {
      const save = one(` ADD_DATE="${written}"`);

      expect([save?.at, save?.problems]).toEqual([undefined, [`The date “${written}” cannot be read`]]);
    },
  );

  it('is dated by its last change where it does not say when it was added', () => {
    expect(one(' LAST_MODIFIED="1616337559"')?.at).toBe('2021-03-21T14:39:19Z');
  });

  it.each([
    ['javascript:alert(1)', 'It is a script, not a page'],
    ['JavaScript:void(0)', 'It is a script, not a page'],
    ['data:text/html,hello', 'It is the content itself, not an address of it'],
    ['file:///etc/passwd', 'It is a file on one computer, which nobody else can open'],
    ['place:sort=8&maxResults=10', 'It is a page of one browser, which nobody else can open'],
    ['chrome://bookmarks', 'It is a page of one browser, which nobody else can open'],
    ['ftp://example.org/a', 'Its address is not one of the web: only http and https are taken'],
    ['constructor:x', 'Its address is not one of the web: only http and https are taken'],
    ['?lY47tw', 'Its address is one within the site that wrote the file'],
    ['example.org', 'Its address is not a whole one, with http:// or https:// before it'],
    ['https://me:secret@example.org/', 'Its address holds a user name or a password'],
    ['http://router/', 'Its address is one of a single network, which nobody else can open'],
    ['https://[::', 'Its address is none that a browser can open'],
    [`https://example.org/${'a'.repeat(2000)}`, 'Its address has more than 2000 characters'],
    ['', 'It has no address'],
  ])('refuses %s and says why', (address, refused) => {
    const [save] = readNetscape(file(`<DT><A HREF="${address}" TAGS="kept">A page</A><DD>My note`));

    expect(save).toMatchObject({ row: 1, title: 'A page', refused, note: 'My note', tags: ['kept'] });
    expect(save?.url?.length).toBeLessThanOrEqual(2000);
  });

  it('takes what cannot be a tag without the characters that keep it from being one, and tells it', () => {
    const save = one(' TAGS="@font-face,C++,???,été,Ünïcode Tag,c++"');

    expect(save?.tags).toEqual(['font-face', 'c++', 'été', 'ünïcode-tag']);
    expect(save?.problems).toEqual([
      '“???” cannot be a tag here',
      'Tags are kept in letters that tags have: “@font-face” as “font-face”',
    ]);
  });

  it('keeps thirty tags and names those it leaves out', () => {
    const save = one(` TAGS="${Array.from({ length: 34 }, (_, index) => `t${index}`).join(' ')}"`);

    expect(save?.tags).toHaveLength(30);
    expect(save?.problems).toEqual(['Only 30 tags are kept with an item, without “t30”, “t31”, “t32” and 1 more']);
  });

  it('is called by its address where it has no title, and a title without end is cut', () => {
    const saves = readNetscape(
      file(`<DT><A HREF="https://example.org/a"> </A>\n<DT><A HREF="https://example.org/b">${'word '.repeat(100)}</A>`),
    );

    expect(saves[0]).toMatchObject({ title: 'https://example.org/a', problems: [] });
    expect(saves[1]?.title).toHaveLength(300);
    expect(saves[1]?.problems).toEqual(['The title is cut at 300 characters']);
  });

  it('is to be read where it says so', () => {
    expect(one(' TOREAD="1"')?.stage).toBe('wanted');
    expect(one(' TOREAD="0"')?.stage).toBeUndefined();
  });

  it('keeps the addresses of links in a note, which are no bookmarks', () => {
    const saves = readNetscape(
      file(entry('', '<DD>See <a href="https://a.example/">this</a>, <a href="https://b.example/"><img src="x"></a>')),
    );

    expect(saves).toHaveLength(1);
    expect(saves[0]?.note).toBe('See this (https://a.example/), https://b.example/');
  });
});
