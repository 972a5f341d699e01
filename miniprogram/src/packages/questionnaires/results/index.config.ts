export default definePageConfig({
  navigationBarTitleText: '问卷结果',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
