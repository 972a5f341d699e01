export default definePageConfig({
  navigationBarTitleText: '意见图谱',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
