import { COUNTY, TOWNSHIP } from './seed.mjs';

/** The last one that is over. */
const YEAR = new Date().getFullYear() - 1;
const words = (text) => encodeURIComponent(text);

/**
 * Further screens, measured without a floor: what matters is that they cost the same at either size. A search is for what
 * a county of 1,000 topics has as well: an empty page says nothing of a full one. `isShort`: a list that has no pages.
 * `as` is who asks, a visitor where it is left out, `open` programs that have keys; `{…}` in a path stands for an item of the township.
 */
export const SCREENS = [
  { name: 'first page', path: `/home?township=${TOWNSHIP}` },
  { name: 'county’s topic list', path: `/topics?region=${COUNTY}` },
  { name: 'work list of a state', path: `/topics/work?region=${TOWNSHIP}&state=accepted`, as: 'convener' },
  { name: 'search, common word', path: `/search?region=${COUNTY}&q=${words('希望')}` },
  { name: 'search in a township', path: `/search?region=${TOWNSHIP}&q=${words('希望')}` },
  { name: 'search, rare word', path: `/search?region=${COUNTY}&q=${words('槐鹤桥南')}` },
  {
    name: 'search, place, number and thing',
    path: `/search?region=${COUNTY}&q=${words('育才小区95号院 照明')}`,
  },
  { name: 'search, number and word', path: `/search?region=${COUNTY}&q=${words('12号 照明')}` },
  { name: 'search, two common words', path: `/search?region=${COUNTY}&q=${words('老人 停车位')}` },
  {
    name: 'similar topics',
    path: `/topics/similar?township=${TOWNSHIP}&title=${words('电梯增设')}`,
    as: 'convener',
    isShort: true,
  },
  { name: 'township’s dashboard', path: `/figures?region=${TOWNSHIP}`, as: 'county_office' },
  { name: 'county’s dashboard', path: `/figures?region=${COUNTY}`, as: 'county_office' },
  { name: 'county’s public figures', path: `/figures/open?region=${COUNTY}` },
  { name: 'topics behind a figure', path: `/figures/topics?region=${COUNTY}&source=member`, as: 'county_office' },
  {
    name: 'topics behind a stay',
    path: `/figures/stays?region=${COUNTY}&period=${YEAR}&state=submitted&longerThan=11`,
    as: 'county_office',
  },
  {
    name: 'topics behind a stay of a month',
    path: `/figures/stays?region=${COUNTY}&period=${YEAR}-03&state=submitted&longerThan=0`,
    as: 'county_office',
  },
  {
    name: 'topics behind a theme of a month',
    path: `/figures/topics?region=${COUNTY}&period=${YEAR}-03&category=${words('交通出行')}`,
    as: 'county_office',
  },
  { name: 'promises behind a figure', path: `/figures/promises?region=${COUNTY}&overdue=true`, as: 'county_office' },
  { name: 'township’s ledger', path: `/ledger?region=${TOWNSHIP}` },
  { name: 'county’s ledger', path: `/ledger?region=${COUNTY}` },
  { name: 'ledger of a category', path: `/ledger?region=${COUNTY}&category=${words('交通出行')}` },
  { name: 'ledger of a light', path: `/ledger?region=${COUNTY}&light=overdue` },
  { name: 'county’s ledger counts', path: `/ledger/counts?region=${COUNTY}` },
  { name: 'ledger’s filters', path: `/ledger/filters?region=${COUNTY}` },
  { name: 'topic with all that came of it', path: '/topics/{closed}' },
  { name: 'promise', path: '/tasks/{task}' },
  { name: 'promises list', path: `/tasks?region=${COUNTY}` },
  { name: 'my department’s promises', path: '/tasks/mine?as=lead', as: 'department' },
  { name: 'past sessions', path: `/sessions?region=${COUNTY}&when=past` },
  { name: 'minutes list', path: `/minutes?region=${COUNTY}` },
  { name: 'outcomes list', path: `/outcomes?region=${COUNTY}` },
  { name: 'cases', path: `/cases?region=${COUNTY}` },
  { name: 'open data, topics', path: `/open/topics?region=${COUNTY}`, as: 'open' },
  {
    name: 'open data, topics of a year',
    path: `/open/topics?region=${COUNTY}&year=${YEAR}`,
    as: 'open',
  },
];
