export default definePageConfig({ navigationBarTitleText: '编写案例' });
