export default definePageConfig({ navigationBarTitleText: '我的调研' });
