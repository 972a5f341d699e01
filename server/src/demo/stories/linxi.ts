import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { countyOffice, department, GOVERNMENT, member, resident } from '../journey/who.js';

/** 临溪镇 */
export const LINXI: TownshipStory = {
  township: '临溪镇',
  topics: {
    fishingStands: {
      title: '河道垃圾与钓鱼台无序搭建',
      description:
        '沿河两公里自搭的钓鱼台有二十多处，水一涨就挂满垃圾。拆到什么程度、钓鱼的人去哪里钓、平时谁来打扫，请各方商定。',
      category: '生态环境',
      community: '溪口村',
      place: '临溪河溪口段',
      photos: ['fishingStands'],
      by: department('水利局'),
      raised: -258,
      accepted: -254,
      cosigned: { by: 14, until: -191 },
    },
    oldHouses: {
      title: '传统村落老屋修缮与开发边界',
      description:
        '十二处老屋漏雨，住户想翻成砖房，文保要求照原样修。怎么修、补多少、哪些地方可以搞旅游，想商量出一条大家都认的线。',
      category: '文化旅游',
      community: '后山村',
      photos: ['oldHouses'],
      by: member(1),
      raised: -128,
      accepted: -125,
      cosigned: { by: 25, until: -2 },
    },
    afterSchool: {
      title: '留守儿童课后看护场所',
      description:
        '镇中心小学放学后有六十来个孩子没人接。村部和农家书屋下午都空着，能不能开看护点？人从哪里来、保险谁买、出了事谁负责，要先讲清楚。',
      category: '教育托幼',
      community: '溪口村',
      affected: '留守儿童约六十名',
      by: member(0),
      raised: -18,
      accepted: -14,
      cosigned: { by: 15, until: -1 },
    },
    forestRent: {
      title: '集体林地流转收益分配',
      description:
        '八百亩林地流转出去，租金在老户、新添人口和外嫁女之间怎么分，争了两年。希望依法商定名单和比例，张榜公布。',
      category: '集体经济',
      community: '后山村',
      by: member(2),
      raised: -51,
      next: {
        move: 'decline',
        day: -47,
        reason: '集体收益分配依法由村民会议讨论决定，不属于协商议事的范围。',
        redirect: 'village_procedure',
        redirectNote: '已转后山村按“四议两公开”办理，镇司法所安排律师到村里提供咨询。',
      },
    },
    ferryBridge: {
      title: '溪口渡口改桥选址',
      description: '渡船一天只开六趟，南岸的孩子上学、老人看病都不方便。想建一座桥，上游还是下游，两岸意见不一样。',
      category: '农村道路',
      community: '溪口村',
      by: resident(1),
      raised: -70,
      accepted: -65,
      cosigned: { by: 9, until: -45 },
      next: { move: 'suspend', day: -42, reason: '县里正在编制河道整治规划，桥位要等规划确定，预计两个月后恢复。' },
    },
    tourParking: {
      title: '后山村节假日停车与垃圾清运',
      description: '节假日进村的车把路堵死，垃圾三天才清一次。想商定停车场设在哪里、收不收费、收的钱怎么用在保洁上。',
      category: '人居环境',
      community: '后山村',
      by: resident(0),
      raised: -45,
      accepted: -41,
      cosigned: { by: 13, until: -1 },
    },
  },
  plans: [
    publishedPlan(-203, ['fishingStands']),
    publishedPlan(-77, ['oldHouses']),
    { quarterOf: 21, topics: ['tourParking'], shortlisted: -27, proposed: -21, partyApproved: -12 },
  ],
  sessions: {
    riverTalk: {
      title: '临溪河钓鱼台整治民主监督协商会',
      topics: ['fishingStands'],
      format: 'onsite',
      day: -181,
      from: '09:30',
      to: '12:00',
      place: '溪口村村部',
      questions: ['哪些必须拆', '钓鱼去哪里钓', '平时谁来保洁'],
      chair: countyOffice,
      invited: [
        [department('水利局'), 'department'],
        [department(GOVERNMENT), 'department'],
        [resident(45), 'deputy'],
      ],
      members: 4,
      residents: 12,
      absent: 1,
      minutes: {
        situation: '会前走了两公里河岸：钓鱼台二十三处，其中十七处在行洪断面内，桥墩挂有大量垃圾。',
        points: [
          ['垂钓协会', '拆可以，给个能钓的地方，我们自己打扫。'],
          ['村民代表', '拆完别不管，隔几个月又搭起来。'],
        ],
        answers: [
          ['水利局', '行洪断面以内一处不留，下游缓坡可以划两处。'],
          ['临溪镇政府', '保洁排班贴在岸边，镇里每月查一次。'],
        ],
        consensus: ['行洪断面内的钓鱼台全部拆除', '下游缓坡划两处垂钓区，由垂钓协会自己保洁'],
        dissent: [],
        tasks: [
          {
            what: '拆除行洪断面内的钓鱼台并验收',
            lead: '水利局',
            due: -120,
            progress: [{ day: -140, text: '十七处已拆十一处，打捞垃圾六车。', photos: ['fishingStands'] }],
            reply: {
              day: -124,
              replyClass: 'A',
              text: '十七处全部拆除，岸坡复绿，村民代表参加了验收。',
              photos: ['fishingStands', 'cleanRiver'],
            },
            rated: { opened: -119, satisfied: 11, fair: 3, dissatisfied: 0 },
          },
          {
            what: '划定两处垂钓区，订立保洁公约',
            lead: GOVERNMENT,
            due: -110,
            reply: {
              day: -113,
              replyClass: 'A',
              text: '两处垂钓区启用，公约和保洁排班立牌公示，每月检查结果上墙。',
              photos: ['fishingStands'],
            },
            rated: { opened: -112, satisfied: 8, fair: 2, dissatisfied: 0 },
          },
        ],
        photos: ['fishingStands'],
        outcome: {
          summary: '行洪断面一处不留，下游划两处能钓的地方由协会自管；拆除前后的照片和公约全文公开。',
          documentNumber: { series: '临政协商', number: 2 },
          instruction: { by: '县级河长', text: '汛前必须拆完，垂钓区同步启用。' },
        },
      },
    },
  },
};
