export default definePageConfig({
  navigationBarTitleText: '承办事项',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
