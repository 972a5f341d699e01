import type { Who } from '../support/people';

export const TOWNSHIP = '沿河街道';
const COUNTY = '城东区';
const DEPARTMENT = '区民政局';

/** Who takes part. */
export const CAST = {
  raiser: { role: '居民', place: TOWNSHIP },
  neighbour: { role: '居民', place: TOWNSHIP, second: true },
  member: { role: '政协委员', place: TOWNSHIP },
  convener: { role: '召集人', place: TOWNSHIP, desk: true },
  partyCommittee: { role: '乡镇党委', place: TOWNSHIP },
  county: { role: '县政协', place: COUNTY },
  department: { role: '承办部门', place: DEPARTMENT },
} as const satisfies Record<string, Who>;

/** What is written on the way. */
export const WORDS = {
  title: '沿西社区某号院配套建设养老设施',
  description: '院里老人多，没有一处能坐下来的地方，冬天只能站在楼道里说话。',
  plan: '2026年第三季度协商计划',
  session: '沿西社区某号院配套建设养老设施协商会',
  opinion: '赞成，最好在一楼，轮椅进得去。',
  place: '沿西社区二楼议事室',
  point: '希望院里有一处能坐下来的地方。',
  consensus: '在院内建一处二十平方米的老年活动室',
  dissent: '一楼住户担心夜里有噪声',
  task: '在院内建一处二十平方米的老年活动室，配好桌椅',
  objection: '发言要点里漏了轮椅坡道',
  objectionAnswer: '坡道会上没有谈到，留待下次再议',
  summary: '各方同意在院内建老年活动室，区民政局牵头，年内完成。',
  instructor: '区长办公会',
  instruction: '请民政局抓紧办理，资金从福彩公益金里出。',
  progress: '地面已经做好，本周安装门窗。',
  reply: '活动室已建成开放，配好桌椅和血压计。',
  visit: '到院里看过，桌椅和血压计都在用。',
  comment: '老人们都说好，就是开门晚了点。',
} as const;

/** Where things are, once they are there: addresses within the app. */
export interface Places {
  topic: string;
  session: string;
  minutes: string;
  outcome: string;
  task: string;
}
