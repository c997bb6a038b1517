export { type TagStanding, tagStandingKey, tagsOn as myTags } from './table.ts';
