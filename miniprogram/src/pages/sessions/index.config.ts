export default definePageConfig({
  navigationBarTitleText: '协商',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
