export default definePageConfig({ navigationBarTitleText: '名单与点名' });
