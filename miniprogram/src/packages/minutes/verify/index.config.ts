export default definePageConfig({
  navigationBarTitleText: '会议纪要验真',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
