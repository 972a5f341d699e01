export default definePageConfig({ navigationBarTitleText: '我督办的' });
