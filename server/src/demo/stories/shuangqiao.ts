import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { government, member } from '../journey/who.js';

/** 双桥镇 */
export const SHUANGQIAO: TownshipStory = {
  township: '双桥镇',
  topics: {
    nightBus: {
      title: '小微企业招工难与夜间公交',
      description:
        '园区十七家企业的夜班工人下班没有车，干不了几个月就走。请企业、园区和公交公司商量开一条定制班线，各出多少钱。',
      category: '营商就业',
      community: '工业园区',
      affected: '夜班工人约四百人',
      by: government,
      raised: -131,
      accepted: -126,
      cosigned: { by: 9, until: -9 },
    },
    workersChildren: {
      title: '园区职工子女放学后托管',
      description:
        '双职工下班要到七点，孩子四点半放学没有人管。园区食堂二楼空着，想商量办一个托管班，收费和老师怎么解决。',
      category: '教育托幼',
      community: '工业园区',
      affected: '职工子女八十多名',
      by: member(0),
      raised: -40,
      accepted: -37,
      cosigned: { by: 11, until: -1 },
    },
  },
  plans: [
    publishedPlan(-77, ['nightBus']),
    { quarterOf: 28, topics: ['workersChildren'], shortlisted: -16, proposed: -9 },
  ],
  sessions: {
    busSurvey: {
      title: '园区夜间定制班线协商会',
      topics: ['nightBus'],
      format: 'onsite',
      day: 22,
      from: '15:00',
      to: '17:00',
      place: '园区管委会会议室',
      questions: ['几点发车、停哪几站', '企业和公交各出多少'],
      called: -7,
      announced: null,
      invited: [],
      members: 0,
      residents: 0,
    },
  },
};
