export default definePageConfig({ navigationBarTitleText: '抽取结果', enableShareAppMessage: true });
