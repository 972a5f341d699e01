export default definePageConfig({
  navigationBarTitleText: '协商活动',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
