const JOB_LABELS: Readonly<Record<string, string>> = {
  tell: '通知相关的人',
  tell_run: '通知相关的人（同类的事合在一起说）',
  tell_moderation: '通知审核、举报、投诉建议的结果',
  'content.check': '请微信检查内容',
  follow_up: '会前和评议前的提醒',
  'opinion.turn': '到时间开放或截止网络议政',
  'opinion.map': '计算网络议政的看法分布',
  'figures.reconcile': '核对数据看板的数字',
  'minutes.signing': '请核签人核签纪要',
  'photos.erase': '删除不再需要的照片',
  push: '发送微信订阅消息',
  'wechat-push': '处理微信发来的通知',
  schedule: '定时工作',
};

/** What an administrator is told a piece of background work is; its own name where there is no other. */
export function jobLabel(kind: string): string {
  return JOB_LABELS[kind] ?? kind;
}
