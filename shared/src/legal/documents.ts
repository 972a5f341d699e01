import { CONSENTS, type ConsentDocument } from '../people/consent.rules.js';

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A document as it is shown, section by section. */
export interface LegalDocument {
  readonly title: string;
  readonly version: string;
  /** From when it applies, YYYY-MM-DD. */
  readonly date: string;
  readonly sections: readonly Section[];
}

const PRIVACY: readonly Section[] = [
  {
    heading: '谁在处理您的信息',
    paragraphs: ['本平台由县（区）政协主办，乡镇（街道）协商平台使用。县（区）政协是个人信息处理者。'],
  },
  {
    heading: '收集哪些信息，用来做什么',
    paragraphs: [
      '微信登录标识：认出是您本人，发送办理结果。',
      '手机号：您第一次提议题、报名或评议时才需要，用于实名和工作人员联系您。不公开显示。',
      '称呼、所在乡镇（街道）：显示您提的议题，确定由谁办理。',
      '您填写的议题、意见、评议和照片：用于协商和办理。请不要写他人的身份证号、病情等信息。',
      '网络议政的表态、会上举手和问卷：用于汇总意见。别人只看到汇总的数字，看不到谁怎么表态；匿名问卷不记录是谁填的。',
      '年龄段、所在社区和关心的事：您愿意才填，只用来看参会的人里还缺谁，随时可以清空。',
      '没有账号的参会人：由办会的召集人登记姓名、单位或职务、由谁推荐，用于排座位、点名和签到表。有账号的参会人也可能登记由谁推荐。',
      '登录设备和时间、操作记录：保障账号安全，供依法核查。',
      '只浏览不登录，不收集以上信息。不读取您的位置；您可以自己在地图上选一个地点。',
    ],
  },
  {
    heading: '谁能看到',
    paragraphs: [
      '公开页面不显示您的手机号。选择匿名展示的，也不显示称呼。',
      '没有账号的参会人的姓名和单位，只给办会的人和会场里的人看；会议纪要里只写类别，本人同意才写姓名。',
      '办理这件事的召集人、牵头部门和县政协，写明理由后可以查看手机号。每次查看都有记录，您可以在“谁看过我的电话”里看到。',
    ],
  },
  {
    heading: '委托处理',
    paragraphs: [
      '腾讯微信：登录、取得手机号、内容安全检查、发送提醒。',
      '县（区）的云服务或机房：存放数据。数据存放在境内，手机号和没有账号的参会人的姓名、单位、由谁推荐都加密存放。',
    ],
  },
  {
    heading: '保存多久',
    paragraphs: [
      '账号信息保存到您注销为止。登录和操作记录至少保存六个月。',
      '已经公开的议题、纪要和成果是公共事务档案，长期保存；您注销后不再显示您的名字，写进已发布的会议纪要正文的姓名除外。',
      '没有账号的参会人的姓名、单位、由谁推荐，会后半年自动删除；会议开始前请召集人移出名单的，当时就删除。写进已发布的会议纪要正文的姓名除外。',
    ],
  },
  {
    heading: '您的权利',
    paragraphs: [
      '在“我的 › 账号与隐私”里可以查看、更正、导出自己的信息，撤回同意，注销账号。',
      '撤回同意后仍可浏览，不能再提交内容；撤回前已办的事不受影响。',
      '有疑问可以联系所在县（区）政协办公室，十五个工作日内答复；也可以向网信部门投诉。',
    ],
  },
  {
    heading: '未满十四周岁的孩子',
    paragraphs: [
      '未满十四周岁的，请由父母或其他监护人代为提出，平台不收集其个人信息。误收集的，监护人来信后立即删除。',
    ],
  },
];

const AGREEMENT: readonly Section[] = [
  {
    heading: '这是什么',
    paragraphs: [
      '“有事好商量”是政协搭建的协商平台。您可以提身边的议题、附议、参加协商、评议办理结果，不收取任何费用。',
    ],
  },
  {
    heading: '请您做到',
    paragraphs: [
      '说实情，讲道理。不造谣、不辱骂他人、不公开他人隐私、不做广告。',
      '账号由本人使用。不代替他人附议、评议，不重复刷票。',
      '紧急的事请打 110、119、120；投诉举报、打官司的事，请走 12345、信访或司法渠道。',
    ],
  },
  {
    heading: '平台会做什么',
    paragraphs: [
      '内容先经审核再公开。违反约定的不予公开或撤下，会告诉您理由，您可以申诉。',
      '受理、协商、办理到哪一步，您都能看到。不打卡、不积分、不排名。',
    ],
  },
  {
    heading: '公开与使用',
    paragraphs: ['您同意议题和意见在脱敏后公开，并写入会议纪要和成果报告。'],
  },
  {
    heading: '变更与联系',
    paragraphs: ['协议有改动时会再次征得您的同意。有意见请联系所在县（区）政协办公室，或使用“投诉建议”。'],
  },
];

/** The texts that people agree to. */
export const LEGAL_DOCUMENTS: Readonly<Record<ConsentDocument, LegalDocument>> = {
  privacy: { ...CONSENTS.privacy, sections: PRIVACY },
  agreement: { ...CONSENTS.agreement, sections: AGREEMENT },
};
