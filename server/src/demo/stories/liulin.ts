import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { countyOffice, department, GOVERNMENT, member, partyCommittee, resident } from '../journey/who.js';

/** 柳林镇 */
export const LIULIN: TownshipStory = {
  township: '柳林镇',
  topics: {
    villageFair: {
      title: '集贸大集搬迁选址',
      description:
        '逢集的日子，国道两边摆满摊子，车堵成长龙，还出过剐蹭。要搬，摊位费怎么收、车停哪里、老人赶集远不远，都要先说清楚。',
      category: '市容秩序',
      community: '柳林街村',
      place: '国道柳林街段',
      affected: '摊贩一百六十余户',
      photos: ['villageFair'],
      by: partyCommittee,
      raised: -215,
      accepted: -211,
      cosigned: { by: 32, until: -149 },
    },
    titleDeeds: {
      title: '安置小区房产证办理遗留问题',
      description:
        '住进来七年还没有房产证，落户、孩子上学都受影响。牵涉规划验收、税费和开发企业欠款，需要几个部门一起把路径和时间说明白。',
      category: '住房保障',
      community: '新村社区',
      affected: '安置小区四百一十二户',
      by: countyOffice,
      raised: -131,
      accepted: -127,
      cosigned: { by: 30, until: -106 },
      next: { move: 'classify', day: -105, reason: '涉及开发企业欠款和未结案件的材料，协商期间不对外公开。' },
    },
    oldWell: {
      title: '柳林街村老井周边积水整治',
      description:
        '老井边的排水沟堵了，一下雨就积到路面，井台也松了。挑水、洗菜的人天天从这里过，想商量着疏通沟、修井台。',
      category: '人居环境',
      community: '柳林街村',
      by: resident(0),
      raised: -36,
      accepted: -34,
      cosigned: { by: 10, until: -17 },
    },
  },
  plans: [publishedPlan(-161, ['villageFair']), publishedPlan(-49, ['titleDeeds'])],
  sessions: {
    fairTalk: {
      title: '柳林大集搬迁协商议事会',
      topics: ['villageFair'],
      format: 'onsite',
      day: -139,
      from: '14:00',
      to: '17:00',
      place: '柳林镇政府三楼会议室',
      questions: ['搬到甲地还是乙地', '摊位费怎么收', '老人怎么去'],
      invited: [
        [department('公安交警大队'), 'department'],
        [department('交通运输局'), 'department'],
        [department(GOVERNMENT), 'department'],
        [resident(46), 'expert'],
        [resident(45), 'deputy'],
      ],
      members: 4,
      residents: 16,
      absent: 3,
      minutes: {
        situation: '大集逢三、八，占国道约四百米。上一季度集日剐蹭七起。备选甲地离街一点八公里，乙地离街零点九公里。',
        points: [
          ['摊贩代表', '新地方远，老人不去就没有生意，头几个月能不能不收费？'],
          ['赶集老人', '九百米走得到，再远就得坐车。'],
          ['过路司机', '集日这段要走四十分钟，早该搬了。'],
        ],
        answers: [
          ['公安交警大队', '现在的位置两小时内剐蹭过两起，不能再等。'],
          ['柳林镇政府', '试行期摊位费全免，集日开接驳车。'],
        ],
        consensus: ['首选乙地，试行三个月，期间不收摊位费', '集日开两班接驳车'],
        dissent: ['六名摊贩保留意见：要求原址保留半日集'],
        tasks: [
          {
            what: '制定试行方案，排好接驳车班次',
            lead: GOVERNMENT,
            co: ['公安交警大队'],
            due: -84,
            funds: '镇财政',
            reply: {
              day: -88,
              replyClass: 'A',
              text: '乙地一百八十个摊位划好，接驳车六点半和九点各一班，国道恢复畅通。',
              photos: ['villageFair'],
            },
            rated: { opened: -84, satisfied: 14, fair: 4, dissatisfied: 3 },
          },
          {
            what: '试行满三个月后评估，向摊贩和村民公布',
            lead: GOVERNMENT,
            due: 30,
            progress: [
              { day: -51, text: '试行第一个月：日均摊位一百四十二个，接驳车坐了一千三百多人次。' },
              { day: -16, text: '问卷收回二百零六份，最多的意见是厕所少，已加两处。' },
            ],
            time: {
              paused: { day: -9, reason: '乙地门前道路翻修，集市临时停办，通车后继续试行再评估，停办的日子不算在内。' },
            },
          },
        ],
        outcome: {
          summary: '先在乙地试三个月，不收摊位费，集日有接驳车；试完再评、再议，不满意可以退回来谈。',
          documentNumber: { series: '柳政协商', number: 4 },
          instruction: { by: '县委主要领导', text: '试行要稳，六名摊贩的意见单独走访。' },
        },
      },
    },
    wellTalk: {
      title: '柳林街村老井积水恳谈会',
      topics: ['oldWell'],
      format: 'micro',
      day: -13,
      from: '17:30',
      to: '18:40',
      place: '柳林街村老井旁',
      questions: ['沟从哪里疏', '井台谁来修'],
      invited: [[department(GOVERNMENT), 'department']],
      members: 2,
      residents: 8,
      minutes: {
        situation: '排水沟长四十米，堵塞约十五米；井台石板三块松动。',
        points: [['村民代表', '沟先疏开，石板用原来的，别换水泥的。']],
        answers: [['柳林镇政府', '沟本周就疏，水利局来看井台。']],
        consensus: ['先疏沟，后修井台，石板用原物'],
        dissent: [],
        tasks: [
          {
            what: '疏通老井旁四十米排水沟',
            lead: GOVERNMENT,
            due: 10,
            reply: { day: -1, replyClass: 'A', text: '排水沟全线疏通，试水不再漫路。', photos: ['canal'] },
          },
          { what: '勘察并修复老井井台', lead: '水利局', due: 30, untaken: true },
        ],
        outcome: { summary: '井旁的人当场说定：先疏沟、后修井台，老石板留着用。' },
      },
    },
    deedsTalk: {
      title: '安置小区办证问题协商会',
      topics: ['titleDeeds'],
      format: 'onsite',
      day: -27,
      from: '09:00',
      to: '12:00',
      place: '柳林镇政府二楼会议室',
      questions: ['卡在哪几个环节', '谁来牵头', '什么时候能办下来'],
      invited: [
        [department('住房和城乡建设局'), 'department'],
        [department(GOVERNMENT), 'department'],
        [member(0), 'member'],
        [member(1), 'member'],
        [resident(0), 'resident'],
        [resident(3), 'resident'],
        [resident(8), 'resident'],
        [resident(46), 'expert'],
      ],
      members: 0,
      residents: 0,
      minutes: {
        situation: '四百一十二户入住七年未办证。规划核实、消防验收各缺一项，开发企业欠缴税费，账目在审。',
        points: [
          ['居民代表', '不求一步办完，给一张写明日期的表就行。'],
          ['居民代表', '孩子明年上学，能不能先出居住证明？'],
        ],
        answers: [
          ['住房和城乡建设局', '验收缺项可以容缺补办，欠费部分需县里统一研究。'],
          ['柳林镇政府', '居住证明本周起由镇里出具。'],
        ],
        consensus: ['验收与追缴分开办，先办验收', '入学、落户先凭镇里的居住证明'],
        dissent: ['欠缴税费由谁先垫付，没有谈拢'],
        tasks: [
          { what: '补办规划核实和消防验收', lead: '住房和城乡建设局', due: 90 },
          { what: '出具居住证明，公布办证时间表', lead: GOVERNMENT, due: 30 },
        ],
        outcome: {
          summary: '验收与追缴分开走，先补验收；入学、落户凭居住证明办理；垫付问题报县里研究。',
          documentNumber: { series: '柳政协商', number: 8 },
        },
      },
    },
  },
};
