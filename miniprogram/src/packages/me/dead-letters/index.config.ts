export default definePageConfig({ navigationBarTitleText: '没办成的后台工作', enablePullDownRefresh: true });
