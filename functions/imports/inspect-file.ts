import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import type { ImportedSave } from './formats/imported-save.ts';
import { readFile } from './read-file.ts';

const titlesShown = 5;

export const inspectFile: Handler<'inspectFile'> = async ({ body: { text, format, filename } }, context) => {
  const profile = await requireAccount(context);
  const { format: found, saves } = await readFile(text, {
    format,
    filename,
    handle: profile?.handle,
    now: context.now,
  });
  const count = (of: (save: ImportedSave) => boolean) => saves.filter(of).length;
  return {
    file: {
      format: found,
      rows: saves.length,
      refused: count(({ refused }) => refused !== undefined),
      private: count((save) => save.private === true),
      public: count((save) => save.private === false),
      rated: count(({ rating }) => rating !== undefined),
      titles: saves.slice(0, titlesShown).map(({ title }) => title.slice(0, 300).toWellFormed()),
    },
  };
};
