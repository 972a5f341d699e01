export default definePageConfig({
  navigationBarTitleText: '开放数据',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
