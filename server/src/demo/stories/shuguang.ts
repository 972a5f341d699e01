import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { member, partyCommittee, resident } from '../journey/who.js';
import { SHUGUANG_SESSIONS } from './shuguang-sessions.js';

/** 曙光街道 */
export const SHUGUANG: TownshipStory = {
  township: '曙光街道',
  topics: {
    schoolGate: {
      title: '中学门前上下学时段交通组织',
      description:
        '放学那阵接孩子的车、公交车和行人挤在一起，平均要堵四十分钟。单行、限停、错峰，家长、学校、交警和商户各有各的想法，要放在一张桌子上谈。',
      category: '交通出行',
      community: '育才社区',
      place: '第三中学正门路段',
      photos: ['schoolGate'],
      by: member(0),
      raised: -296,
      accepted: -292,
      cosigned: { by: 40, until: -233 },
    },
    serviceCentre: {
      title: '曙北社区养老服务中心建设',
      description:
        '社区原办公用房腾出来后，准备建一处能助餐、日托、康复的养老服务中心。房子挨着居民楼，有住户担心油烟、噪声，先听大家的条件，再定方案。',
      category: '养老助老',
      community: '曙北社区',
      place: '曙北社区原办公楼',
      by: partyCommittee,
      raised: -201,
      accepted: -197,
      cosigned: { by: 18, until: -136 },
    },
    propertyFee: {
      title: '物业费上调与服务标准公开',
      description:
        '物业贴通知，每平方米要涨三角。保洁多久一次、电梯修了几回、花了多少，业主一概不知道。账先公开，再谈服务标准，最后才谈涨不涨。',
      category: '物业管理',
      community: '锦绣社区',
      suggestion: '公布近两年的收支和维修记录，请业主代表一起看。',
      affected: '锦绣社区一千一百四十户',
      by: resident(1),
      raised: -190,
      accepted: -187,
      cosigned: { by: 45, until: -135 },
    },
    openBooks: {
      title: '锦绣社区物业涨价要先公示账本',
      description: '电梯广告、地面停车一年收多少从来没有公布过。先把这两笔公共收益亮出来，再说涨价。',
      category: '物业管理',
      community: '锦绣社区',
      by: resident(6),
      raised: -183,
      accepted: -180,
      cosigned: { by: 12, until: -178 },
      next: {
        move: 'merge',
        day: -176,
        into: 'propertyFee',
        reason: '与“物业费上调与服务标准公开”是同一件事，合并协商。',
      },
    },
    elevator: {
      title: '老旧小区6号楼加装电梯费用分摊',
      description:
        '六楼的老人下一趟楼要歇三回。一二楼担心挡光、不愿出钱，高层愿意多出。希望商定各层出多少、低层怎么补、以后维修的钱从哪里来。',
      category: '老旧小区',
      community: '文苑社区',
      place: '文苑社区6号楼三单元',
      by: resident(0),
      raised: -100,
      accepted: -97,
      cosigned: { by: 30, until: -10 },
    },
    chargingShed: {
      title: '电动自行车充电棚选址与收费',
      description:
        '楼上往下拉线充电的还有三四十户。现有二十个充电位不够用，每度电还比外面贵。请商定新充电棚建在哪里、消防怎么做、价格怎么公布。',
      category: '公共安全',
      community: '文苑社区',
      photos: ['wires'],
      by: member(1),
      raised: -104,
      accepted: -100,
      cosigned: { by: 28, until: -1 },
    },
    barkingDog: {
      title: '举报邻居家养狗扰民',
      description: '对门的狗半夜叫，说过好几次没有用，请尽快派人处理。',
      category: '邻里关系',
      community: '锦绣社区',
      anonymous: true,
      by: resident(9),
      raised: -20,
      next: {
        move: 'decline',
        day: -18,
        reason: '这是两户之间的事，不涉及公共利益，不列入协商议题。',
        redirect: 'mediation',
        redirectNote: '已告知锦绣社区调解员，一个工作日内联系您；夜间扰民也可以拨打 12345。',
      },
    },
    darkLane: {
      title: '育才社区后巷路灯长期不亮',
      description: '后巷五盏路灯坏了三盏，孩子晚自习回来要打手电。不知道归谁修，问了两处都说不归自己管。',
      category: '公共安全',
      community: '育才社区',
      by: resident(0),
      raised: -60,
      accepted: -57,
      cosigned: { by: 6, until: -48 },
      next: { move: 'withdraw', day: -45, by: resident(0), reason: '路灯上周已经修好，不用再商量了，谢谢。' },
    },
  },
  plans: [
    publishedPlan(-245, ['schoolGate']),
    publishedPlan(-147, ['serviceCentre', 'propertyFee']),
    publishedPlan(-49, ['elevator', 'chargingShed']),
  ],
  sessions: SHUGUANG_SESSIONS,
  rounds: [
    {
      title: '养老服务中心怎么建，大家说了算',
      intro:
        '曙北社区原办公楼要建养老服务中心。开会之前，请逐条说说您赞成不赞成；说不好的可以跳过，也可以写下自己的看法。',
      topic: 'serviceCentre',
      opened: -146,
      closes: -136,
      people: 44,
      statements: [
        ['老人走路十分钟之内，应当有一处吃饭的地方', 96, 90],
        ['养老服务中心不该和住户共用一个单元门', 25, 92],
        ['油烟改从后墙高处排走，建在这里我就能接受', 94, 30],
        ['夜里九点以后不安排活动', 92, 97],
        ['先说清楚运营亏了钱由谁补，再动工', 55, 90],
        ['放在二楼，把一楼留给大家办事', 52, 46],
        ['床位和餐食先顾不能自理的老人', 90, 88],
        ['活动室周边小区的人也可以来用', 88, 22],
        ['多少人来用、接到多少投诉，每个季度贴出来', 97, 95],
        ['噪声查出超标，就停下来整改好再开', 86, 96],
      ],
    },
  ],
};
