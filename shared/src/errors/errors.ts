/**
 * Every error that the API answers: its stable code, its HTTP status, and what it tells the user.
 * `{name}` in a message is filled from the error's details.
 */
export const ERRORS = {
  'REQUEST.INVALID': { status: 400, message: '填写的内容有误，请检查后再提交' },
  'REQUEST.MALFORMED': { status: 400, message: '请求格式有误' },
  'REQUEST.TOO_LARGE': { status: 413, message: '内容太大，无法提交' },
  'REQUEST.TOO_MANY': { status: 429, message: '操作太频繁，请稍后再试' },
  'ROUTE.NOT_FOUND': { status: 404, message: '没有这个页面' },
  'AUTH.REQUIRED': { status: 401, message: '请先登录' },
  'AUTH.EXPIRED': { status: 401, message: '登录已过期，请重新登录' },
  'AUTH.FORBIDDEN': { status: 403, message: '您没有这项操作的权限' },
  'AUTH.UNKNOWN_PERSON': { status: 401, message: '没有找到这个账号，请重新选择' },
  'AUTH.PROVIDER_OFF': { status: 404, message: '这种登录方式没有开通' },
  'AUTH.WRONG_PASSWORD': {
    status: 403,
    message: '用户名、密码或验证码不对，连续错 {failures} 次将锁定 {minutes} 分钟',
  },
  'AUTH.LOCKED': { status: 403, message: '连续输错 {failures} 次，账号已锁定，请 {minutes} 分钟后再试' },
  'AUTH.CODE_REQUIRED': { status: 403, message: '请输入验证器上的 6 位数字' },
  'AUTH.SETUP_EXPIRED': { status: 403, message: '设置时间已过，请重新登录' },
  'AUTH.QR_INVALID': { status: 409, message: '二维码已失效，请在电脑上刷新后再扫' },
  'STAFF.OLD_PASSWORD': { status: 400, message: '不能再用最近 {count} 次用过的密码' },
  'STAFF.EXISTS': { status: 409, message: '这个人已经有工作账号，或用户名已被使用' },
  'STAFF.NOT_STAFF': { status: 409, message: '只能给有工作身份的人开通账号' },
  'PHONE.REQUIRED': { status: 403, message: '请先绑定手机号再提交' },
  'PHONE.TAKEN': { status: 409, message: '这个手机号已绑定另一个账号' },
  'PHONE.NOT_SUPPORTED': { status: 400, message: '目前只支持中国大陆手机号' },
  'PHONE.NONE': { status: 409, message: '这个人没有留下手机号' },
  'CONSENT.REQUIRED': { status: 403, message: '请先阅读并同意隐私政策和用户协议' },
  'CONSENT.OLD_VERSION': { status: 409, message: '文本已更新，请阅读最新版再同意' },
  'ACCOUNT.CONFIRM': { status: 400, message: '请确认要注销账号' },
  'ACCOUNT.STAFF': {
    status: 409,
    message: '您现在是“{roles}”，不能直接注销账号。请先联系{office}取消这个身份，再来注销',
  },
  'GRANT.SELF': { status: 403, message: '不能给自己授予或取消身份，请另一位管理员办理' },
  'GRANT.NOT_YOURS': { status: 403, message: '您不能在这里授予或取消“{role}”身份' },
  'GRANT.EXISTS': { status: 409, message: '这个人已经有这个身份' },
  'GRANT.DEPARTMENT': { status: 400, message: '请为承办部门的身份选择本县（区）的一个部门' },
  'IDEMPOTENCY.KEY_REQUIRED': { status: 400, message: '请求缺少幂等键（Idempotency-Key）' },
  'IDEMPOTENCY.KEY_REUSED': { status: 409, message: '同一个幂等键已用于另一项提交' },
  'ITEM.NOT_FOUND': { status: 404, message: '没有找到，可能已被撤下或您无权查看' },
  'MOVE.NOT_POSSIBLE': { status: 409, message: '现在是“{state}”，不能{action}' },
  'MOVE.CONFLICT': { status: 409, message: '刚刚已有人处理过，现在是“{state}”，请刷新后再看' },
  'REGION.NOT_FOUND': { status: 404, message: '没有找到这个地区' },
  'REGION.OUTSIDE': { status: 403, message: '只能在您所在的乡镇（街道）办理' },
  'REGION.NO_SETTINGS': { status: 400, message: '只有县（区）和乡镇（街道）可以自行设置' },
  'TOPIC.NOT_COSIGNABLE': { status: 409, message: '这件议题现在不能附议' },
  'TOPIC.OWN_COSIGN': { status: 409, message: '自己提出的议题不用附议' },
  'TOPIC.MERGE_TARGET': { status: 400, message: '只能并入本乡镇一件仍在办理的议题' },
  'TOPIC.MERGE_CHAIN': { status: 409, message: '这件议题里已有并入的议题，请先撤销并案' },
  'TOPIC.LIGHT_PATH_OFF': { status: 409, message: '本地没有开通微协商，请先列入计划' },
  'TOPIC.LIGHT_PATH_ONLY_MICRO': { status: 409, message: '未列入计划的议题只能用微协商' },
  'TOPIC.TOO_MANY_TODAY': { status: 429, message: '今天提交的议题已满 {max} 件，请明天再来' },
  'TOPIC.ANONYMOUS_OFF': { status: 400, message: '本地没有开通匿名展示' },
  'TOPIC.SESSION_OPEN': { status: 409, message: '有会议正在筹备或进行，请先取消会议' },
  'TOPIC.TASKS_OPEN': { status: 409, message: '还有承办事项没有办结' },
  'TOPIC.OUTCOME_OPEN': { status: 409, message: '协商成果还没有交办，不能办结' },
  'TOPIC.NOT_EDITABLE': { status: 409, message: '现在是“{state}”，不能再修改' },
  'PLAN.EXISTS': { status: 409, message: '这个季度的计划已经有了' },
  'PLAN.NOT_DRAFTING': { status: 409, message: '这个计划已经送审，不能再加议题' },
  'PLAN.NOT_POSSIBLE': { status: 409, message: '现在是“{stage}”，不能{action}' },
  'PLAN.EMPTY': { status: 409, message: '计划里还没有议题' },
  'PLAN.COMMENT_PERIOD': { status: 409, message: '公开征求意见还差 {days} 天，期满后才能送审' },
  'PLAN.TOO_MANY_TOPICS': { status: 409, message: '一个计划最多 {max} 件议题' },
  'PLAN.NOT_PUBLISHED': { status: 409, message: '计划公布满 {days} 天后才能召集协商' },
  'SESSION.TOPIC_NOT_READY': { status: 409, message: '议题“{title}”现在是“{state}”，还不能召集协商' },
  'SESSION.TOPIC_TAKEN': { status: 409, message: '议题“{title}”已有一场协商或成果在办' },
  'SESSION.MEMBERS_ONLY_MICRO': { status: 403, message: '委员只能召集微协商' },
  'SESSION.CONVENER_ONLY': { status: 403, message: '议题“{title}”要再协商，请召集人来召集' },
  'SESSION.TOO_FAR_AHEAD': { status: 400, message: '开会时间最多提前 {days} 天安排' },
  'SESSION.PAST_DATE': { status: 400, message: '开会时间不能早于现在' },
  'SESSION.NOTICE_TOO_SHORT': { status: 409, message: '至少提前 {days} 天通知' },
  'SESSION.BAD_TIME': { status: 400, message: '结束时间要晚于开始时间，且不超过 {hours} 小时' },
  'SESSION.NOT_STARTED_YET': { status: 409, message: '还没到开会时间' },
  'SESSION.SIGN_UP_CLOSED': { status: 409, message: '现在不能报名' },
  'SESSION.ALREADY_LISTED': { status: 409, message: '已经在名单上了' },
  'SESSION.NOT_LISTED': { status: 409, message: '不在参会名单上' },
  'SESSION.WAITING': { status: 409, message: '还在候补，没有席位' },
  'SESSION.FULL': { status: 409, message: '席位已满' },
  'SESSION.ROLL_CLOSED': { status: 409, message: '现在不能签到' },
  'SESSION.DOOR_CODE_INVALID': { status: 400, message: '签到码无效或已过期，请扫现场最新的码' },
  'SESSION.NOT_EDITABLE': { status: 409, message: '现在是“{state}”，不能再修改' },
  'SESSION.STALE': { status: 409, message: '有人刚改过这场协商的安排，请重新打开后再改' },
  'MINUTES.NOT_EDITABLE': { status: 409, message: '现在是“{state}”，不能再修改' },
  'MINUTES.EMPTY': { status: 400, message: '请填写发言要点，以及共识或保留意见' },
  'MINUTES.STALE': { status: 409, message: '有人刚改过这份纪要，请刷新后再改' },
  'MINUTES.OBJECTION_CLOSED': { status: 409, message: '现在不在异议期' },
  'MINUTES.TOO_MANY_OBJECTIONS': { status: 409, message: '每人最多提 {max} 条异议' },
  'MINUTES.ALREADY_ANSWERED': { status: 409, message: '这条异议已经答复过' },
  'MINUTES.OBJECTION_PERIOD': { status: 409, message: '异议期还没有结束，{until} 之后才能核签' },
  'MINUTES.OPEN_OBJECTIONS': { status: 409, message: '还有 {count} 条异议没有答复' },
  'MINUTES.ALREADY_SIGNED': { status: 409, message: '您已经核签过' },
  'MINUTES.CORRECTION_OPEN': { status: 409, message: '已有一份更正稿在办' },
  'MINUTES.SUPERSEDED': { status: 409, message: '这一版已有更正，请在最新一版上更正' },
  'MINUTES.UNKNOWN_DEPARTMENT': { status: 400, message: '没有找到承办部门，请重新选择' },
  'MINUTES.PAST_DUE_DATE': { status: 400, message: '任务时限不能早于今天' },
  'OUTCOME.NOT_EDITABLE': { status: 409, message: '现在是“{state}”，不能再修改' },
  'OUTCOME.STALE': { status: 409, message: '有人刚改过这份成果，请重新打开后再改' },
  'OUTCOME.SUMMARY_MISSING': { status: 409, message: '请先填写公开摘要' },
  'OUTCOME.NOT_LIGHT': { status: 409, message: '只有微协商的成果可以直接交办' },
  'TASK.REFUSAL_LATE': { status: 409, message: '已过退回期限，请联系县政协' },
  'TASK.REASON_REQUIRED': { status: 400, message: 'C 类、D 类答复须写明原因' },
  'TASK.EVALUATION_RUNNING': { status: 409, message: '评议还没有结束' },
  'TASK.NOT_EVALUATING': { status: 409, message: '现在不在评议期' },
  'TASK.NOT_INVOLVED': { status: 403, message: '提出人、附议人和参会人可以评议' },
  'TASK.NOT_UNDER_WAY': { status: 409, message: '现在是“{state}”，不能报告进展' },
  'TASK.SAME_DEPARTMENT': { status: 400, message: '请改派给另一个部门' },
  'ATTACHMENT.TOO_LARGE': { status: 413, message: '照片太大，请选 {megabytes} MB 以内的' },
  'ATTACHMENT.NOT_A_PICTURE': { status: 415, message: '只能上传照片（JPG、PNG、WebP）' },
  'ATTACHMENT.ANIMATED': { status: 415, message: '动图不能上传，请换一张照片' },
  'ATTACHMENT.TOO_MANY_PIXELS': { status: 413, message: '照片尺寸太大，请换一张小一些的' },
  'ATTACHMENT.STORE_DOWN': { status: 503, message: '照片服务暂时不可用，请稍后再试' },
  'ATTACHMENT.NOT_FOUND': { status: 400, message: '有照片没有传好，请重新上传' },
  'CONTENT.BLOCKED_WORD': { status: 400, message: '内容里有不能使用的词“{word}”，请修改后再提交' },
  'CONTENT.REFUSED': { status: 409, message: '内容检查没有通过，请先在“内容审核”里改为通过，再受理' },
  'CONTENT.NOT_PUBLIC': { status: 409, message: '这项内容没有公开，不用撤下' },
  'CONTENT.ALREADY_REPORTED': { status: 409, message: '您已经举报过，处理结果会告诉您' },
  'FEEDBACK.TOO_MANY_TODAY': { status: 429, message: '今天提交的投诉建议已满 {max} 条，请明天再来' },
  'WECHAT.OFF': { status: 409, message: '这里没有开通微信功能' },
  'WECHAT.AGAIN': { status: 409, message: '微信的授权已失效，请重新操作一次' },
  'WECHAT.BUSY': { status: 503, message: '微信现在繁忙，请稍后再试' },
  'WECHAT.REFUSED': { status: 409, message: '微信没有办理，请联系当地工作人员' },
  'SERVER.UNREADY': { status: 503, message: '系统正在启动，请稍后再试' },
  'SERVER.FAULT': { status: 500, message: '系统出了点问题，请稍后再试' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** One field that did not pass, in `details.fields` of REQUEST.INVALID. */
export interface FieldError {
  field: string;
  message: string;
}

/** The body of every error answer. */
export interface ErrorBody {
  code: ErrorCode;
  message: string;
  details?: ErrorDetails;
  requestId: string;
}

/** The message of an error with its details filled in. */
export function errorMessage(code: ErrorCode, details: ErrorDetails = {}): string {
  return ERRORS[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
