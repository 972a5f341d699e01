export default definePageConfig({ navigationBarTitleText: '通报和统计表' });
