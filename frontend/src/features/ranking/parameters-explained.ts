import { inWords } from '#shared/text.ts';

/** What each number that people may change does, in words. */
const explained: Partial<Record<string, string>> = {
  hotSecondsPerDecade: 'Hot: seconds of age that weigh as much as ten times the votes',
  risingMinutesPerDecade: 'Rising: minutes that weigh as much as ten times the votes',
  risingDays: 'Rising: days for which a thing stays in it after its votes',
  controversialRatio: 'Controversial: how many times the smaller side the larger may be',
  wilsonZ: 'Best, by votes: how cautious, as z of the lower bound',
  starsZ: 'Best, by stars: how cautious, as z of the lower bound',
};

/** A parameter in words; one that nobody may change by its name alone. */
export const parameterWords = (name: string) => explained[name] ?? inWords(name);
