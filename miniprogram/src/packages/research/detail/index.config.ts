export default definePageConfig({
  navigationBarTitleText: '会前调研',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
