export default definePageConfig({ navigationBarTitleText: '我的协商' });
