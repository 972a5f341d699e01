export default definePageConfig({ navigationBarTitleText: '会议材料' });
