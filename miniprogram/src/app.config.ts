export default defineAppConfig({
  pages: ['pages/home/index', 'pages/topics/index', 'pages/sessions/index', 'pages/me/index'],
  // One subpackage a feature; a feature lists its own pages here.
  subPackages: [
    { root: 'packages/me', pages: ['settings/index', 'sign-in/index'] },
    { root: 'packages/topics', pages: ['detail/index', 'raise/index', 'raised/index', 'mine/index'] },
    {
      root: 'packages/sessions',
      pages: ['detail/index', 'edit/index', 'roll/index', 'door/index', 'check-in/index', 'mine/index'],
    },
    { root: 'packages/work', pages: ['inbox/index', 'topics/index', 'record/index'] },
    { root: 'packages/plans', pages: ['list/index', 'detail/index'] },
    { root: 'packages/outcomes', pages: ['list/index', 'detail/index', 'edit/index'] },
    { root: 'packages/minutes', pages: ['detail/index', 'edit/index'] },
    { root: 'packages/tasks', pages: ['list/index', 'detail/index', 'mine/index', 'to-rate/index'] },
  ],
  window: {
    navigationBarTitleText: '有事好商量',
    navigationBarBackgroundColor: '#0b5d57',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f3f6f5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#55625f',
    selectedColor: '#0b5d57',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/topics/index',
        text: '议题',
        iconPath: 'assets/tabs/topics.png',
        selectedIconPath: 'assets/tabs/topics-on.png',
      },
      {
        pagePath: 'pages/sessions/index',
        text: '协商',
        iconPath: 'assets/tabs/sessions.png',
        selectedIconPath: 'assets/tabs/sessions-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
