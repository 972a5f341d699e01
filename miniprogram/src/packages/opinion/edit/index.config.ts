export default definePageConfig({ navigationBarTitleText: '发起网络议政' });
