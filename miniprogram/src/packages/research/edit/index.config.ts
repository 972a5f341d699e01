export default definePageConfig({ navigationBarTitleText: '安排会前调研' });
