const ONCE = 2;
const ID_LENGTH = 43;

const template = (name, title, lines) => ({
  priTmplId: `standin-${name}-`.padEnd(ID_LENGTH, '0'),
  title,
  content: lines.map(([label, field]) => `${label}:{{${field}.DATA}}\n`).join(''),
  example: lines.map(([label, , example]) => `${label}:${example}\n`).join(''),
  type: ONCE,
});

/** The account of the demo has these; a test may set its own. */
export const DEMO_TEMPLATES = [
  template('topic', '议题进展通知', [
    ['议题名称', 'thing1', '路灯不亮'],
    ['当前状态', 'phrase2', '已受理'],
    ['更新时间', 'time3', '2026年6月3日 10:00'],
    ['温馨提示', 'thing4', '点击查看详情'],
  ]),
  template('session', '会议通知', [
    ['会议名称', 'thing1', '路灯协商会'],
    ['会议时间', 'time2', '2026年6月10日 14:00'],
    ['会议地点', 'thing3', '居委会二楼'],
    ['备注', 'thing4', '请提前十分钟到场'],
  ]),
  template('todo', '待办提醒', [
    ['事项名称', 'thing1', '审议协商计划'],
    ['事项类型', 'thing2', '计划审批'],
    ['截止时间', 'time3', '2026年6月12日 18:00'],
    ['温馨提示', 'thing4', '请及时办理'],
  ]),
  template('minutes', '纪要确认提醒', [
    ['会议名称', 'thing1', '路灯协商会'],
    ['截止时间', 'time2', '2026年6月15日 18:00'],
    ['温馨提示', 'thing3', '如有异议请在期内提出'],
  ]),
  template('task', '办理进度通知', [
    ['事项名称', 'thing1', '更换路灯'],
    ['办理状态', 'phrase2', '已答复'],
    ['办理单位', 'thing3', '县住建局'],
    ['更新时间', 'time4', '2026年7月1日 09:00'],
  ]),
  template('rating', '评价邀请', [
    ['评价事项', 'thing1', '更换路灯'],
    ['截止时间', 'time2', '2026年7月15日 18:00'],
    ['温馨提示', 'thing3', '请对办理情况评价'],
  ]),
];
