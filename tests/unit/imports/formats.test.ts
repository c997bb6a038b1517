import { describe, expect, it } from 'vitest';
import { formatOf, readExport } from '#functions/imports/formats/formats.ts';
import { AppError } from '#shared/app-error.ts';

describe('a file of unknown format', () => {
  it.each([
    ['\ufeff<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>', 'netscape'],
    ['<META HTTP-EQUIV="Content-Type"><DL><p><DT>', 'netscape'],
    ['<html><title>Pocket Export</title>', 'pocket-html'],
    ['[]', 'pinboard'],
    ['Book Id,Title,Author,My Rating\n', 'goodreads'],
    ['Title;Authors;Contributors;ISBN/UID;Format;Read Status\n', 'storygraph'],
    ['title,info,links,timestamp,title,content\n', 'neodb'],
    ['url,title,time_added,tags,status', 'pocket-csv'],
    ['"URL","Title","Selection","Folder"\r\n', 'instapaper'],
    ['{"format":"commonplace"}', 'commonplace'],
    ['name,amount\n', undefined],
    ['<html><body><a href="https://example.org">x</a>', undefined],
    ['{"a":1}', undefined],
    ['{"a":', undefined],
    ['', undefined],
  ])('that begins %j is told', (text, format) => {
    expect(formatOf(text)).toBe(format);
  });

  it.each([
    ['', undefined, 'The file is empty'],
    ['\ufeff \n', undefined, 'The file is empty'],
    ['\ufffdPNG\r\n\u001a\n', undefined, 'The file is a picture'],
    ['\ufffd\ufffd\ufffd', 'holiday.jpg', 'The file is a picture'],
    ['PK\u0003\u0004 and so on', undefined, 'The file is an archive: unpack it and hand in what is inside'],
    ['SQLite format 3\0', undefined, 'The file is a database: export from the program that wrote it'],
    ['<?xml version="1.0"?><opml>', undefined, 'The file is XML, which is not among the formats that are read'],
    ['<html><body>Hello', undefined, 'The file is a page and no list of bookmarks'],
    ['{"a":1}', undefined, 'The file is JSON as none of the services writes it that are read here'],
    ['[{"href":"https://a.org/', undefined, 'The file begins like JSON and is none: it may have been cut off'],
    ['name,amount\ntea,3\n', undefined, 'It is in none of the formats that are read here'],
  ])('that begins %j, called %s, is refused in plain words', (text, filename, message) => {
    const attempt = () => readExport(text, { filename });

    expect(attempt).toThrow(message);
    expect(attempt).toThrow(expect.objectContaining({ code: 'import_unreadable' }));
  });

  it('is read as the format that is asked for, where it can be', () => {
    expect(readExport('<p>No list</p><a href="https://example.org/">x</a>', { format: 'netscape' }).saves).toHaveLength(
      1,
    );
    expect(() => readExport('<DL>', { format: 'pinboard' })).toThrow(AppError);
    expect(() => readExport('[]', { format: 'goodreads' })).toThrow(AppError);
  });
});
