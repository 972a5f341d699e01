export default definePageConfig({
  navigationBarTitleText: '网络议政',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
