export default definePageConfig({ navigationBarTitleText: '外观设置' });
