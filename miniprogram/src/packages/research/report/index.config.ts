export default definePageConfig({ navigationBarTitleText: '调研报告' });
