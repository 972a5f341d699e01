import type { TownshipStory } from '../journey/story.js';
import { member } from '../journey/who.js';

/** What 沿河街道 looked into before it sat down. */
export const YANHE_RESEARCH: TownshipStory['research'] = {
  benchesResearch: {
    topic: 'riverBenches',
    title: '滨河步道座椅与照明会前调研',
    methods: ['visit', 'questionnaire', 'site'],
    lead: member(0),
    members: [member(1)],
    begun: -48,
    due: -21,
    visits: [
      {
        day: -41,
        by: member(0),
        place: '沿西桥至东关桥步道',
        who: '散步的老人七位、临河住户三户',
        found: '老人都说中段最黑，走到一半没处坐。临河住户愿意装灯，怕照到卧室。',
        photos: ['cleanRiver'],
      },
      {
        day: -36,
        by: member(1),
        place: '城市管理局设施科',
        who: '设施科两位负责人',
        found: '今年剩的经费够装六盏灯、八处座椅，坏了由设施科一周内修。',
      },
    ],
    form: {
      title: '滨河步道座椅与照明问卷',
      intro: '想知道座椅和路灯装在哪里最有用。五道题，一两分钟。',
      opened: -44,
      closes: -30,
      questions: [
        {
          id: 'often',
          kind: 'single',
          title: '您多久走一次这条步道',
          required: true,
          options: ['每天', '一周几次', '偶尔', '不走'],
        },
        {
          id: 'where',
          kind: 'multiple',
          title: '座椅最该装在哪几处',
          required: true,
          options: ['沿西桥头', '中段柳树下', '码头平台', '东关桥头'],
        },
        { id: 'dark', kind: 'scale', title: '夜里走中段，您放心吗', required: true, options: [] },
        {
          id: 'when',
          kind: 'single',
          title: '路灯几点以后调暗合适',
          required: true,
          options: ['十点', '十一点', '不用调暗'],
        },
        { id: 'words', kind: 'text', title: '还想提醒什么', required: false, options: [] },
      ],
      answered: { by: 26, until: -31 },
      words: ['椅子要有靠背，木头的冬天不冰。', '灯别对着窗户。', '中段台阶边上加一截扶手。'],
      closed: -29,
    },
    report: {
      handedIn: -22,
      finished: -20,
      situation: '步道全长一千一百米，没有座椅，中段三百米没有路灯。晚饭后两小时约有二百六十人走过。',
      data: '走访十位散步的居民、三户临河住户；问卷二十六份；踏勘两次，量出可装点位十一处。',
      demands: '散步的居民要座椅和亮一点的灯；临河住户不愿灯光对窗、不愿楼前久坐说话。',
      policy: '市政设施养护由城市管理局负责，今年剩余经费可装六盏灯、八处座椅。',
      summary:
        '走访和问卷都说明，中段三百米最黑，也最需要坐的地方。座椅多数人选柳树下，灯光多数人同意十点以后调暗。临河住户对楼前设座有顾虑，需要坐下来商量。',
      questions: ['座椅和路灯装在哪几处', '坏了谁来修'],
    },
  },
  parkingResearch: {
    topic: 'sharedParking',
    title: '夜间错时停车会前调研',
    methods: ['visit', 'questionnaire', 'form'],
    lead: member(1),
    members: [member(0)],
    begun: -8,
    due: 16,
    visits: [
      {
        day: -2,
        by: member(1),
        place: '机关大院门岗',
        who: '保卫科、物业值班员',
        found: '晚上七点以后空着六十多个车位，担心早上有车不走。',
      },
    ],
    form: {
      title: '夜间停车问卷',
      intro: '想知道晚上缺多少车位、大家愿意守什么规矩。三道题，一分钟。',
      opened: -6,
      closes: 12,
      questions: [
        {
          id: 'need',
          kind: 'single',
          title: '您晚上停车方便吗',
          required: true,
          options: ['天天找不到', '常常找不到', '还行', '没有车'],
        },
        {
          id: 'leave',
          kind: 'single',
          title: '早上几点前能开走',
          required: true,
          options: ['七点', '七点半', '八点', '说不准'],
        },
        { id: 'words', kind: 'text', title: '还想说什么', required: false, options: [] },
      ],
      answered: { by: 9, until: -1 },
      words: ['早上有急事要能临时进出。'],
    },
  },
};
