export default definePageConfig({ navigationBarTitleText: '我要评议' });
