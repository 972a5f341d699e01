export default definePageConfig({
  navigationBarTitleText: '会场',
  enableShareAppMessage: true,
});
