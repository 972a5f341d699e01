export default definePageConfig({
  navigationBarTitleText: '协商计划',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
