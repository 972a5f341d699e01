export default definePageConfig({ navigationBarTitleText: '本地设置' });
