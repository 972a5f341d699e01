export default definePageConfig({ navigationBarTitleText: '编写问卷' });
