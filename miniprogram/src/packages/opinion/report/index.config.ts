export default definePageConfig({
  navigationBarTitleText: '意见报告',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
