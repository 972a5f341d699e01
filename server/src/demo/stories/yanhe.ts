import { publishedPlan } from '../journey/plans.js';
import type { TownshipStory } from '../journey/story.js';
import { convener, department, member, resident } from '../journey/who.js';
import { YANHE_RESEARCH } from './yanhe-research.js';
import { YANHE_SESSIONS } from './yanhe-sessions.js';

/** 沿河街道 */
export const YANHE: TownshipStory = {
  township: '沿河街道',
  topics: {
    elderCare: {
      title: '沿西社区某号院配套建设养老设施',
      description:
        '院里三成住户过了六十岁，冬天想找个暖和地方坐坐、吃口热饭、量个血压都没有。旧车棚和门卫房空了多年，能不能改成日间照料点？停车的邻居有顾虑，要坐下来商量。',
      category: '养老助老',
      community: '沿西社区',
      place: '某号院东侧旧车棚',
      suggestion: '先改车棚，门卫房留作量血压和登记用；施工期间给有车户找临时车位。',
      tried: '向物业和居委会都提过，答复是没有先例。',
      affected: '全院二百一十户，六十岁以上老人约一百三十人',
      photos: ['bikeShed'],
      by: resident(0),
      raised: -268,
      accepted: -264,
      cosigned: { by: 34, until: -205 },
    },
    morningMarket: {
      title: '菜市场周边早高峰占道经营整治',
      description:
        '每天六点到八点，菜市场东门外的摊子摆到车道上，上学的孩子和买菜的老人只能贴着车走。一赶了之摊贩没有生计，需要一起商定摆在哪里、摆到几点。',
      category: '市容秩序',
      community: '东关社区',
      place: '菜市场东门至实验小学一段',
      affected: '沿街摊贩四十余户，每天过往居民三千多人',
      photos: ['streetMarket'],
      by: department('城市管理局'),
      raised: -175,
      accepted: -172,
      cosigned: { by: 16, until: -108 },
    },
    squareDance: {
      title: '夜间广场舞音量与场地',
      description:
        '小广场的舞曲响到九点半，楼上有要考试的孩子和下夜班的工人。报警九次，劝一次好两天。跳舞的也是街坊，请各方商定时间、音量和设备。',
      category: '邻里关系',
      community: '东关社区',
      place: '东关小广场',
      tried: '报警九次，社区调解两次。',
      anonymous: true,
      by: resident(5),
      raised: -205,
      accepted: -201,
      cosigned: { by: 26, until: -178 },
    },
    riverBenches: {
      title: '滨河步道加装座椅与照明',
      description:
        '滨河步道走上二里地没有一处能坐，天一黑中间一段完全看不见路。老人散步累了只能坐台阶，希望商定座椅和路灯装在哪几处、谁来管护。',
      category: '人居环境',
      community: '沿西社区',
      place: '沿西桥至东关桥一段',
      by: resident(0),
      raised: -160,
      accepted: -157,
      cosigned: { by: 12, until: -17 },
    },
    ebikeSheds: {
      title: '电动车停放与充电棚选址',
      description:
        '飞线充电从三楼拉到一楼，楼道里停着十几辆电动车，去年烧过一回。都同意建充电棚，可建在谁家窗前、车位让出几个、电费怎么算，一直没说拢。',
      category: '公共安全',
      community: '东关社区',
      place: '东关社区南区',
      photos: ['corridor'],
      by: resident(0),
      raised: -171,
      accepted: -168,
      cosigned: { by: 18, until: -20 },
    },
    nightClinic: {
      title: '社区卫生站晚间值班',
      description:
        '卫生站六点就锁门，吃慢病药的老人等儿女下班才有人陪着来，总是赶不上。能不能一周有两三个晚上有人值班，药先备好？',
      category: '医疗卫生',
      community: '沿西社区',
      affected: '登记的慢病老人二百六十多人',
      by: convener,
      recorded: { onBehalfOf: '周大娘（七十八岁，没有手机）', source: 'resident' },
      raised: -26,
      accepted: -23,
      cosigned: { by: 24, until: -1 },
    },
    dryingArea: {
      title: '东关社区晾晒区划线与共用',
      description:
        '天一放晴，楼前空地、树间绳子上全是被子，为抢地方吵过好几回，消防车道也被占过。想把晾晒区划出来，定个轮流用的办法。',
      category: '邻里关系',
      community: '东关社区',
      place: '东关社区三号楼前',
      by: resident(1),
      raised: -30,
      accepted: -26,
      cosigned: { by: 8, until: -6 },
    },
    sharedParking: {
      title: '沿西社区夜间共享停车',
      description:
        '晚上七点以后小区里一位难求，隔壁机关大院的车位却空着。能不能夜里开放给居民停，白天让出来？收费、出入和安全要各方谈妥。',
      category: '交通出行',
      community: '沿西社区',
      by: member(1),
      raised: -52,
      accepted: -49,
      cosigned: { by: 14, until: -1 },
    },
    clutteredStairs: {
      title: '楼道堆物与消防通道清理',
      description:
        '三栋楼的楼道里纸箱、旧家具、电动车越堆越高，清一次过半个月又回来。光靠清理不行，想商定一份公约、一处临时堆放点，再说好由谁来看。',
      category: '公共安全',
      community: '东关社区',
      place: '东关社区五、六、七号楼',
      photos: ['corridor'],
      by: resident(1),
      raised: { daysAgo: 1 },
    },
    nightToilet: {
      title: '老街公厕夜间开放时间',
      description: '老街的公厕晚上八点锁门，夜市开到十点，来往的人没有地方可去。',
      category: '市容秩序',
      community: '东关社区',
      by: resident(0),
      raised: { daysAgo: 2 },
      draft: true,
    },
  },
  plans: [
    publishedPlan(-217, ['elderCare']),
    publishedPlan(-119, ['morningMarket', 'riverBenches', 'ebikeSheds']),
    { quarterOf: 14, topics: ['sharedParking'], shortlisted: -20, proposed: -13 },
  ],
  sessions: YANHE_SESSIONS,
  research: YANHE_RESEARCH,
  rounds: [
    {
      title: '夜里共享停车，您怎么看',
      intro:
        '机关大院的车位夜里空着，小区里一位难求。怎么开放、收不收费、谁来管，请逐条点“赞成”或“反对”，结果会带到协商会上。',
      topic: 'sharedParking',
      opened: -4,
      closes: 10,
      people: 41,
      statements: [
        ['大院的车位晚上七点到早上七点应当开放', 95, 62],
        ['夜里停车应当收一点管理费', 28, 88],
        ['只给没有车位的住户用', 82, 35],
        ['早上七点半前没开走的，停用一个月', 78, 92],
        ['出入要登记车牌，装好摄像头', 88, 96],
        ['机关工作人员的车也应当腾出来', 80, 15],
        ['车在大院里被刮了，由停车人自己走保险', 48, 55],
        ['先试三个月，再决定要不要长期开放', 92, 94],
        ['老人和带小孩的住户优先', 90, 84],
        ['收支每个月贴在小区门口', 96, 90],
      ],
    },
  ],
  cases: [
    {
      topic: 'squareDance',
      title: '广场舞和安静的夜晚，坐下来谈出一张时间表',
      background:
        '小广场晚上的舞曲响到九点半，楼上有要考试的孩子和下夜班的工人。报警九次，劝一次好两天；跳舞的也是街坊，赶走不是办法。',
      lessons:
        '一、把两边的人都请到现场，先听音量再谈时间。\n二、定得越具体越好：几点停、音箱朝哪边、考试周怎么办，写成一张表贴在广场。\n三、约定由跳舞的队伍自己守，社区只管提醒；一个月后回头看一次。',
      begun: -100,
      featured: -92,
    },
  ],
};
