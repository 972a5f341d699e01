export default definePageConfig({
  navigationBarTitleText: '数据看板',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
