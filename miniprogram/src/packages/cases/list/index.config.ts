export default definePageConfig({
  navigationBarTitleText: '案例库',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
