import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { department, GOVERNMENT, member, resident } from '../journey/who.js';

/** 青石镇 */
export const QINGSHI: TownshipStory = {
  township: '青石镇',
  topics: {
    roadGap: {
      title: '村内断头路连通与占地补偿',
      description:
        '北组离省道只差二百八十米没有路，一下雨收割机、救护车都要绕三公里。修通要占三户的菜地，怎么补、路修多宽，请大家一起定。',
      category: '农村道路',
      community: '北庄村',
      place: '北庄村北组至省道',
      affected: '北组八十七户',
      photos: ['roadGap'],
      by: resident(0),
      raised: -240,
      accepted: -236,
      cosigned: { by: 30, until: -177 },
    },
    septicTanks: {
      title: '农村户厕改造后的粪污清运',
      description:
        '厕所改好了，化粪池满了却要自己找车，一趟六十到一百元，有几户又用回了旱厕。请商定统一清运的办法、收费和补助。',
      category: '人居环境',
      community: '柳树村',
      by: member(0),
      raised: -92,
      accepted: -89,
      cosigned: { by: 20, until: -8 },
    },
    mealSite: {
      title: '散居老人助餐点运营补贴',
      description:
        '村里的助餐点一餐收五元，收不抵支快开不下去了。真停了，十七位独居老人吃饭就成问题。集体、财政、子女和慈善各担多少，想商量个长久办法。',
      category: '养老助老',
      community: '柳树村',
      affected: '独居老人十七位',
      by: member(2),
      raised: -95,
      accepted: -91,
      cosigned: { by: 22, until: -1 },
    },
    bridgeRail: {
      title: '柳树村东桥护栏松动',
      description: '东桥的护栏晃得厉害，孩子上学天天从这里过，看着害怕。',
      category: '公共安全',
      community: '柳树村',
      by: resident(1),
      raised: -9,
      next: {
        move: 'return',
        day: -7,
        reason: '请补充桥的位置和照片，并说明桥归村里还是公路部门管，便于确定找谁来商量。',
      },
    },
  },
  plans: [publishedPlan(-189, ['roadGap']), publishedPlan(-35, ['septicTanks', 'mealSite'])],
  sessions: {
    roadTalk: {
      title: '北庄村断头路院坝协商会',
      topics: ['roadGap'],
      format: 'onsite',
      day: -167,
      from: '16:00',
      to: '18:00',
      place: '北庄村北组打谷场',
      questions: ['路修多宽', '占地怎么补', '什么时候修完'],
      invited: [
        [department('交通运输局'), 'department'],
        [department(GOVERNMENT), 'department'],
        [resident(44), 'veteran_party_member'],
      ],
      members: 3,
      residents: 16,
      absent: 2,
      minutes: {
        situation: '断头段长二百八十米，占三户菜地共一亩二分。雨天绕行三公里，去年救护车绕行两次。',
        points: [
          ['被占地户丁', '钱可以少要，排水沟一定要修好，不然水全灌到我家院里。'],
          ['村委会', '三米五的路会车会不会太挤？'],
          ['村民代表', '先把路基做出来，农忙前能过车就行。'],
        ],
        answers: [
          ['交通运输局', '按农村公路标准硬化三米五，中间做一处错车道。'],
          ['青石镇政府', '占地补偿按县里公布的标准，一分不少，签协议再动工。'],
        ],
        consensus: ['路面硬化三米五宽，设一处错车道', '占地补偿按县公布标准，另修排水沟六十米'],
        dissent: [],
        tasks: [
          {
            what: '办理占地手续，签订三户补偿协议',
            lead: GOVERNMENT,
            due: -100,
            funds: '村集体资金和以工代赈',
            reply: {
              day: -104,
              replyClass: 'A',
              text: '三户协议全部签订，补偿款已到账，手续复印件在村务公开栏。',
              photos: ['roadGap'],
            },
            rated: { opened: -98, satisfied: 12, fair: 3, dissatisfied: 1 },
          },
          {
            what: '完成二百八十米路面硬化和错车道',
            lead: '交通运输局',
            co: [GOVERNMENT],
            due: -12,
            funds: '农村公路资金',
            progress: [
              { day: -71, text: '路基和六十米排水沟完工，已能过三轮车。', photos: ['roadWorks'] },
              { day: -36, text: '水稳层铺了一半，砂石料供应紧张，工期可能推后。' },
              {
                day: -8,
                text: '料已备齐，两台摊铺机进场。没能按期完工，向大家说明：原料断供二十天，后面每周报一次进度。',
              },
            ],
          },
        ],
        objection: {
          text: '会上说的是排水沟“修到村口”，纪要只写了六十米，对不上。',
          answer: '实量从断头段到村口正好六十米，测量图附在档案里，欢迎来看。',
        },
        outcome: {
          summary: '路怎么修、地怎么补、沟修多长，三户和全组当场说定；方案、标准和进度表在村务公开栏公布。',
          documentNumber: { series: '青政协商', number: 3 },
          instruction: { by: '县政府分管领导', text: '同意按农村公路项目安排，补偿到位后再开工。' },
        },
      },
    },
    septicSurvey: {
      title: '柳树村户厕粪污清运协商会',
      topics: ['septicTanks'],
      format: 'onsite',
      day: 21,
      from: '15:00',
      to: '17:00',
      place: '柳树村村部',
      questions: ['统一清运由谁来做', '每次收多少', '财政补多少'],
      called: -6,
      announced: null,
      invited: [],
      members: 0,
      residents: 0,
    },
  },
};
