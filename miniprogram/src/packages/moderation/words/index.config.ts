export default definePageConfig({ navigationBarTitleText: '屏蔽词' });
