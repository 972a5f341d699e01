import theme from './theme.json';

type ThemeName = keyof typeof theme.light;

/** In WeChat the name of a colour or picture of theme.json, which it looks up itself; in a browser the light one. */
const themed = (name: ThemeName): string => (process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name]);

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/topics/index', 'pages/sessions/index', 'pages/me/index', 'pages/open/index'],
  // One subpackage a feature; a feature lists its own pages here.
  subPackages: [
    {
      root: 'packages/me',
      pages: [
        'settings/index',
        'sign-in/index',
        'outbox/index',
        'reports/index',
        'messages/index',
        'dead-letters/index',
        'let-in/index',
        'settle/index',
        'account/index',
        'document/index',
        'devices/index',
        'reveals/index',
        'password/index',
        'leave/index',
        'feedback/index',
      ],
    },
    { root: 'packages/admin', pages: ['staff/index', 'people/index', 'settings/index', 'reveals/index', 'keys/index'] },
    { root: 'packages/search', pages: ['search/index'] },
    { root: 'packages/topics', pages: ['detail/index', 'raise/index', 'raised/index', 'mine/index'] },
    {
      root: 'packages/sessions',
      pages: [
        'detail/index',
        'edit/index',
        'roll/index',
        'door/index',
        'check-in/index',
        'mine/index',
        'material/index',
        'draw/index',
      ],
    },
    { root: 'packages/live', pages: ['room/index', 'wall/index'] },
    { root: 'packages/research', pages: ['detail/index', 'edit/index', 'report/index', 'mine/index'] },
    { root: 'packages/questionnaires', pages: ['detail/index', 'edit/index', 'results/index'] },
    { root: 'packages/work', pages: ['inbox/index', 'topics/index', 'record/index'] },
    {
      root: 'packages/moderation',
      pages: ['queue/index', 'check/index', 'reports/index', 'words/index', 'feedback/index'],
    },
    {
      root: 'packages/opinion',
      pages: ['list/index', 'round/index', 'answer/index', 'mine/index', 'map/index', 'report/index', 'edit/index'],
    },
    { root: 'packages/plans', pages: ['list/index', 'detail/index'] },
    { root: 'packages/figures', pages: ['board/index', 'wall/index', 'rows/index', 'bulletin/index'] },
    { root: 'packages/outcomes', pages: ['list/index', 'detail/index', 'edit/index'] },
    { root: 'packages/cases', pages: ['list/index', 'detail/index', 'edit/index'] },
    { root: 'packages/open-data', pages: ['list/index'] },
    { root: 'packages/minutes', pages: ['detail/index', 'edit/index', 'compare/index', 'verify/index'] },
    { root: 'packages/ledger', pages: ['list/index'] },
    {
      root: 'packages/tasks',
      pages: ['detail/index', 'mine/index', 'supervised/index', 'to-rate/index'],
    },
  ],
  window: {
    navigationBarTitleText: '有事好商量',
    navigationBarBackgroundColor: themed('navigationBackground'),
    // White on both: the bar is dark in either theme.
    navigationBarTextStyle: 'white',
    backgroundColor: themed('background'),
    backgroundTextStyle: themed('backgroundText') as 'dark',
  },
  tabBar: {
    color: themed('tabText'),
    selectedColor: themed('tabSelected'),
    backgroundColor: themed('tabBackground'),
    borderStyle: themed('tabBorder') as 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: themed('homeIcon'),
        selectedIconPath: themed('homeIconOn'),
      },
      {
        pagePath: 'pages/topics/index',
        text: '议题',
        iconPath: themed('topicsIcon'),
        selectedIconPath: themed('topicsIconOn'),
      },
      {
        pagePath: 'pages/sessions/index',
        text: '协商',
        iconPath: themed('sessionsIcon'),
        selectedIconPath: themed('sessionsIconOn'),
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: themed('meIcon'),
        selectedIconPath: themed('meIconOn'),
      },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  // Milliseconds. Photos go up slowly on a weak network.
  networkTimeout: { request: 15_000, uploadFile: 120_000, downloadFile: 60_000, connectSocket: 15_000 },
  __usePrivacyCheck__: true,
  // No position is ever read: people choose a place on the map themselves.
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于在地图上选择议题或协商会议的地点' } },
  // What is likely opened next, fetched on a good network; at most 2 MB for each page here.
  preloadRule: {
    'pages/home/index': { network: 'wifi', packages: ['packages/topics', 'packages/sessions'] },
    'pages/topics/index': { network: 'all', packages: ['packages/topics', 'packages/search'] },
    'pages/sessions/index': { network: 'all', packages: ['packages/sessions', 'packages/opinion'] },
    'pages/me/index': { network: 'wifi', packages: ['packages/me', 'packages/work'] },
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
