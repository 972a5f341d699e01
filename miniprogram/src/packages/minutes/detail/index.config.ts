export default definePageConfig({
  navigationBarTitleText: '会议纪要',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
