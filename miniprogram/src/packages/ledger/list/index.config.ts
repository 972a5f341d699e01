export default definePageConfig({
  navigationBarTitleText: '承诺台账',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
