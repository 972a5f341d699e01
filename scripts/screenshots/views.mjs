/** Whose demo places are shown. */
const TOWNSHIP = '沿河街道';
const TOWNSHIP_CODE = '419902001';
const COUNTY_CODE = '419902';

const RESIDENT = `居民，.*，${TOWNSHIP}`;
const CONVENER = `召集人，.*，${TOWNSHIP}`;
const COUNTY_OFFICE = '县政协，.*，城东区';

const TOPIC = '沿西社区某号院配套建设养老设施';
const TASK = '开办日间照料点并招募助餐运营方';
/** Its date was moved, and it has steps, money and photos. */
const LONG_TASK = '上学时段在东门设护学岗';

/** So many answered where there is a map to show. */
const ENOUGH_PEOPLE = 15;

/** The first of a public list that `wanted` takes. */
async function first(api, path, wanted = () => true) {
  const { items } = await api(`${path}${path.includes('?') ? '&' : '?'}region=${TOWNSHIP_CODE}&limit=50`);
  const found = items.find(wanted);
  if (!found) throw new Error(`Nothing to show at ${path}.`);
  return found;
}

const idOf = async (...asked) => (await first(...asked)).id;

/** A page of the session that is on. */
const placeOfLive = async (api, page) =>
  `/packages/live/${page}/index?id=${await idOf(api, '/sessions?when=upcoming', ({ state }) => state === 'in_progress')}`;

/** Puts the heading with these words in the middle: at the top the bar would cover it. */
const scrollTo = (page, words) =>
  page
    .getByRole('heading', { name: words, exact: true })
    .evaluate((heading) => heading.scrollIntoView({ block: 'center' }));

const openFirstRow = (page) => page.locator('.split-view__list .list-row').first().click();

/**
 * What is photographed: `as` is whom the sign-in page offers (left out: a visitor), `path` the page, which may be
 * looked up, `act` what is done there first, `shows` the words that say it is drawn.
 */
export const VIEWS = [
  { name: 'home', size: 'phone', as: RESIDENT, path: () => '/', shows: '最新议题' },
  { name: 'topics', size: 'phone', as: RESIDENT, path: () => '/pages/topics/index', shows: TOPIC },
  {
    name: 'topic',
    size: 'phone',
    as: RESIDENT,
    path: async (api) =>
      `/packages/topics/detail/index?id=${await idOf(api, '/topics', ({ title }) => title === TOPIC)}`,
    shows: '怎么回事',
  },
  {
    name: 'raise',
    size: 'phone',
    as: RESIDENT,
    path: () => '/packages/topics/raise/index',
    shows: '怎么回事',
    act: async (page) => {
      await page.locator('input[aria-label="标题"]').fill('社区卫生站晚上没人值班');
      await page.getByText('附议就行').waitFor();
      await page.locator('textarea[aria-label="怎么回事"]').fill('孩子夜里发烧，只能打车去区医院，来回一个多钟头。');
      await page.evaluate(() => window.scrollTo(0, 0));
    },
  },
  {
    name: 'session',
    size: 'phone',
    as: RESIDENT,
    path: async (api) =>
      `/packages/sessions/detail/index?id=${await idOf(api, '/sessions?when=upcoming', ({ state }) => state === 'announced')}`,
    shows: '协商议题',
  },
  {
    name: 'minutes',
    size: 'phone',
    as: RESIDENT,
    path: async (api) =>
      `/packages/minutes/detail/index?id=${await idOf(api, '/minutes', ({ conclusion }) => conclusion === 'partial')}`,
    shows: '协商结果',
  },
  {
    name: 'task',
    size: 'phone',
    as: RESIDENT,
    path: async (api) => `/packages/tasks/detail/index?id=${await idOf(api, '/tasks', ({ what }) => what === TASK)}`,
    shows: '部门答复',
  },
  {
    name: 'promise',
    size: 'phone',
    as: RESIDENT,
    path: async (api) =>
      `/packages/tasks/detail/index?id=${await idOf(api, '/tasks', ({ what }) => what === LONG_TASK)}`,
    shows: '日期的变动',
    act: (page) => scrollTo(page, '时限'),
  },
  { name: 'ledger', size: 'phone', path: () => '/packages/ledger/list/index', shows: '全部承诺' },
  {
    name: 'search',
    size: 'phone',
    path: () => '/packages/search/search/index',
    shows: '搜索',
    act: async (page) => {
      await page.locator('input[aria-label="搜议题、纪要、成果"], .search-field input').first().fill('停车');
      await page.getByText('沿西社区夜间共享').first().waitFor();
    },
  },
  {
    name: 'promise-page',
    size: 'phone',
    path: async (api) => `/p/${(await first(api, '/ledger', ({ what }) => what === LONG_TASK)).code}`,
    shows: '群众评议',
  },
  { name: 'live', size: 'phone', as: RESIDENT, path: (api) => placeOfLive(api, 'room'), shows: '举手发言' },
  {
    name: 'opinion-map',
    size: 'desktop',
    as: RESIDENT,
    path: async (api) =>
      `/packages/opinion/map/index?id=${await idOf(api, '/opinion-rounds', ({ people }) => people >= ENOUGH_PEOPLE)}`,
    shows: '大家都认同的',
  },
  {
    name: 'figures',
    size: 'desktop',
    as: COUNTY_OFFICE,
    path: () => '/packages/figures/board/index',
    shows: '承诺办得怎样',
  },
  {
    name: 'figures-wall',
    size: 'wall',
    path: () => `/packages/figures/wall/index?region=${COUNTY_CODE}&open=1`,
    shows: '在办的承诺',
  },
  { name: 'home', size: 'desktop', as: RESIDENT, path: () => '/', shows: '最新议题' },
  {
    name: 'inbox',
    size: 'desktop',
    as: CONVENER,
    path: () => '/packages/work/inbox/index',
    shows: '待办',
    act: openFirstRow,
  },
  {
    name: 'plan',
    size: 'desktop',
    as: CONVENER,
    path: () => '/packages/plans/list/index',
    shows: '协商计划',
    act: openFirstRow,
  },
  {
    name: 'topics-work',
    size: 'desktop',
    as: CONVENER,
    path: () => '/packages/work/topics/index',
    shows: '议题',
    act: openFirstRow,
  },
];

/** Looked at as well, but not part of the documentation. */
export const MORE_VIEWS = [
  { name: 'sign-in', path: () => '/packages/me/sign-in/index', shows: '登录' },
  { name: 'sessions', as: RESIDENT, path: () => '/pages/sessions/index', shows: '即将召开' },
  { name: 'room-chair', as: CONVENER, path: (api) => placeOfLive(api, 'room'), shows: '请别人发言' },
  { name: 'wall', path: (api) => placeOfLive(api, 'wall'), shows: '扫码进会场' },
  { name: 'me', as: RESIDENT, path: () => '/pages/me/index', shows: '我的' },
  { name: 'settings', as: RESIDENT, path: () => '/packages/me/settings/index', shows: '关怀' },
  { name: 'raise-form', as: RESIDENT, path: () => '/packages/topics/raise/index', shows: '怎么回事' },
  { name: 'session-form', as: CONVENER, path: () => '/packages/sessions/edit/index', shows: '召集协商' },
  { name: 'inbox', as: CONVENER, path: () => '/packages/work/inbox/index', shows: '待办' },
  {
    name: 'sheet',
    as: RESIDENT,
    path: () => '/packages/topics/raise/index',
    shows: '怎么回事',
    act: (page) =>
      page
        .getByRole('button', { name: /^村（社区）|^类别/ })
        .first()
        .click({ timeout: 3000 })
        .catch(() => {}),
  },
];
