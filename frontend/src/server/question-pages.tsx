import { use } from 'react';
import type { Answer, Thing } from 'schema-dts';
import type { Comment } from '#shared/discussions/schema.ts';
import { isQuestion } from '#shared/discussions/threads.ts';
import { RenderingContext } from '../client/rendered.ts';
import { orderIn } from '../features/discussions/addresses.ts';
import { useComment, useThread } from '../features/discussions/queries.ts';
import { Head, inOneLine } from './head.tsx';
import { licenceAddress } from './item-data.ts';
import type { Page } from './pages.tsx';

const words = {
  questions: { over: 'Questions about', said: 'What people ask about it, and the best answers by everybody’s votes' },
  tips: { over: 'Tips on', said: 'What is worth knowing before, in a line each, the most useful first' },
} as const;
type OfThread = { origin: string; what: keyof typeof words; itemId: string; search: string };

function ItemThreadHead({ origin, what, itemId, search }: OfThread) {
  const found = useThread({ what, target: itemId }, orderIn(search)).data;
  if (!found) return null;
  const { over, said } = words[what];
  const title = `${over} ${found.about?.title ?? 'something that is gone'}`;
  return (
    <Head
      title={title}
      description={`${title}: ${said}.`}
      canonical={`${origin}/i/${itemId}/${what}`}
      empty={found.comments === 0}
      feed={title}
    />
  );
}

/** Whether a comment says something that anybody should find elsewhere. */
const isSaid = ({ withdrawn, removed, folded }: Comment) => !withdrawn && !removed && !folded;

function QuestionHead({ origin, commentId }: { origin: string; commentId: string }) {
  const found = useComment(commentId).data;
  const rendering = use(RenderingContext);
  if (!found) return null;
  const { comment, about, thread, licence, page } = found;
  if (!isQuestion(thread?.what, comment)) {
    rendering?.answer({ status: 308, location: `/talk/comments/${commentId}` });
    return null;
  }
  const answers = page.entries.filter(isSaid);
  const address = `${origin}/questions/${commentId}`;
  return (
    <Head
      title={`A question about ${about?.title ?? 'something that is gone'}`}
      description={`${comment.text}${answers[0] ? ` — ${answers[0].text}` : ''}`}
      canonical={address}
      empty={!isSaid(comment) || answers.length === 0}
      type="article"
      {...(isSaid(comment) ? { data: questionData(origin, address, { comment, answers, licence }) } : {})}
    />
  );
}

type Asked = { comment: Comment; answers: Comment[]; licence: string };

/** A question as schema.org knows it. The best answer is suggested, and nobody accepted it: that is for whoever votes. */
function questionData(origin: string, address: string, { comment, answers, licence }: Asked): Thing {
  const said = ({ by, at, editedAt, text, up, down }: Comment) => ({
    ...(by ? { author: { '@type': 'Person', name: `@${by}`, url: `${origin}/@${by}` } } : {}),
    datePublished: at,
    ...(editedAt ? { dateModified: editedAt } : {}),
    text: inOneLine(text, 5000),
    upvoteCount: up,
    downvoteCount: down,
  });
  return {
    '@type': 'QAPage',
    '@id': address,
    mainEntity: {
      '@type': 'Question',
      name: inOneLine(comment.text, 200),
      ...said(comment),
      answerCount: comment.replies,
      license: licenceAddress(licence),
      suggestedAnswer: answers.map((answer) => ({
        '@type': 'Answer',
        url: `${origin}/talk/comments/${answer.id}`,
        ...said(answer),
      })) as Answer[],
    },
  } as Thing;
}

const ofItem = (what: keyof typeof words): Page => ({
  path: `/i/:itemId/${what}`,
  part: 'talk',
  head: ({ itemId = '' }, { origin, search }) => (
    <ItemThreadHead origin={origin} what={what} itemId={itemId} search={search} />
  ),
});

/** What anyone may read of questions and tips. */
export const questionPages: Page[] = [
  ofItem('questions'),
  ofItem('tips'),
  {
    path: '/questions/:questionId',
    part: 'talk',
    head: ({ questionId = '' }, { origin }) => <QuestionHead origin={origin} commentId={questionId} />,
  },
];
