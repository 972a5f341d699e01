export default definePageConfig({ navigationBarTitleText: '编写协商成果' });
