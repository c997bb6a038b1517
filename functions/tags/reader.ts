export { crowdTagsOn, type TagStanding, tagStandingKey } from './table.ts';
