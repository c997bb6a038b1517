import { commentsAfter, wordingsOf } from '#functions/discussions/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { type Section, sectionPage } from './section.ts';

/** What a person said, with earlier wordings. Where it was said is named as it was then. */
export const talkSections: Record<string, Section> = {
  comments: async ({ caller }, after) => {
    const { rows, last } = await commentsAfter(caller.personId, after, sectionPage);
    const entries = await atMost(
      10,
      rows,
      async ({ id, about, parent, line, text, licence, at, editedAt, revision }) => {
        const versions = revision > 1 ? await wordingsOf(id) : [];
        const earlier = versions.filter((version) => version.revision < revision);
        const history = earlier.map((version) => ({ revision: version.revision, text: version.text, at: version.at }));
        const value = {
          id,
          about: about.title,
          page: about.href,
          parent,
          line,
          text,
          licence,
          at,
          editedAt,
          revision,
          history,
        };
        return { after: id, value };
      },
    );
    return { entries, last };
  },
};
