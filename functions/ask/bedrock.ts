import { environment } from '#functions/runtime/environment.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { signedFetch } from '#functions/runtime/signed-request.ts';
import { modelSets, readingOfModel, valuesKnown } from '#shared/ask/model-reading.ts';
import type { Names } from '#shared/ask/read-question.ts';
import type { Reading } from '#shared/ask/schema.ts';
import { kindNames } from '#shared/items/kinds/registry.ts';

/** Whoever asks waits no longer for a model, in ms; the rules have read the question already. */
const patience = 4000;
/** An instance asks no more often within a minute: what strangers type costs its owner money. */
const mostAMinute = 20;
const asked: number[] = [];

function mayAsk(now: number): boolean {
  while (asked[0] !== undefined && now - asked[0] > 60_000) asked.shift();
  if (asked.length >= mostAMinute) return false;
  asked.push(now);
  return true;
}

const instructions = ({ tags }: Names) => `You turn a question into filters of a search. You never answer the question.
Call the tool once. Each part quotes words of the question exactly as they stand there, and says which filter they set.
Leave out words that set no filter. Filters and their values:
kind: one of ${kindNames.join(', ')}
what: one of items, tags, people, reviews, lists
category: one of ${valuesKnown('category').join(', ')}
amenities: one of ${valuesKnown('amenities').join(', ')}
tags: one of ${[...tags].join(', ') || '(none)'}
stars: least average of stars, 0.5 to 5
years: first published, such as 1990..1999 or ..1900 or 2000..
language: a language tag such as en
price: 1 (cheap) to 4 (very expensive)
party: one of alone, couple, family, friends, business
open: now
within: metres
sort: one of best, new`;

const tool = {
  name: 'search',
  description: 'Filters that words of the question set.',
  inputSchema: {
    json: {
      type: 'object',
      properties: {
        parts: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              words: { type: 'string' },
              name: { type: 'string', enum: [...modelSets] },
              value: { type: 'string' },
            },
            required: ['words', 'name', 'value'],
          },
        },
      },
      required: ['parts'],
    },
  },
};

type Answered = { output?: { message?: { content?: { toolUse?: { input?: unknown } }[] } } };

/**
 * Has a model of Amazon Bedrock read a question; undefined where it may not be asked, says nothing in time or nothing that
 * holds. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export async function readByModel(question: string, names: Names, now: Date): Promise<Reading | undefined> {
  const { askModel, askEndpoint } = environment;
  if (!askModel || !mayAsk(now.getTime())) return undefined;
  try {
    const response = await signedFetch({
      service: 'bedrock',
      method: 'POST',
      url: new URL(`${askEndpoint}/model/${encodeURIComponent(askModel)}/converse`),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        system: [{ text: instructions(names) }],
        messages: [{ role: 'user', content: [{ text: question }] }],
        inferenceConfig: { maxTokens: 400, temperature: 0 },
        toolConfig: { tools: [{ toolSpec: tool }], toolChoice: { tool: { name: tool.name } } },
      }),
      milliseconds: patience,
    });
    if (!response.ok) throw new Error(`The model answered ${response.status}`);
    const { output } = (await response.json()) as Answered;
    const said = output?.message?.content?.find(({ toolUse }) => toolUse)?.toolUse?.input;
    return readingOfModel(said, question, names);
  } catch (error) {
    log('warn', 'A question was not read by the model', errorFields(error));
    return undefined;
  }
}
