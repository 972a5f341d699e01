export default definePageConfig({
  navigationBarTitleText: '协商成果',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
