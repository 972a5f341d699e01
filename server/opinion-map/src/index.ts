export type { Count, GroupCounts } from './counts.js';
export { describeGroups, type GroupDescription } from './description.js';
export type { Majority } from './majority.js';
export { type OpinionMap, type OpinionMapInput, opinionMap } from './opinion-map.js';
export { META_PRIORITY, priority } from './priority.js';
export type { Representative } from './representative.js';
export { tabulate, type VoteInput, type VoteTable } from './votes.js';
