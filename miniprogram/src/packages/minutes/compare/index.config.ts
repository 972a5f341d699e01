export default definePageConfig({ navigationBarTitleText: '比较两版纪要' });
