/*
 * The pieces that the seeded county's texts are put together from: common and rare words, numbered yards and buildings.
 * A text is pieces with marks between them, so that what is in it follows from the numbers of its pieces alone.
 */

const cross = (first, second) => first.flatMap((a) => second.map((b) => `${a}${b}`));

const YARDS = [
  '锦绣',
  '沿河',
  '育才',
  '东关',
  '文苑',
  '曙北',
  '新华',
  '建设',
  '人民',
  '和平',
  '光明',
  '胜利',
  '向阳',
  '青年',
];
const KINDS_OF_YARD = ['小区', '家属院', '路', '花园', '新村', '街', '巷', '公寓'];
const OBJECTS = [
  '楼道照明',
  '楼梯扶手',
  '电梯',
  '非机动车停车棚',
  '充电桩',
  '下水道',
  '雨污管网',
  '井盖',
  '垃圾分类点',
  '公共厕所',
  '健身器材',
  '儿童游乐场',
  '口袋公园',
  '行道树',
  '人行道',
  '斑马线',
  '红绿灯',
  '公交站台',
  '校门口交通',
  '护学岗',
  '老年食堂',
  '日间照料中心',
  '无障碍坡道',
  '社区卫生站',
  '农家书屋',
  '文化广场',
  '灌溉渠',
  '机井',
  '田间道路',
  '集贸市场',
  '物业服务费',
  '业主委员会',
  '停车位',
  '消防通道',
  '燃气管道',
  '供暖管网',
  '自来水水压',
  '屋顶漏水',
  '外墙脱落',
  '噪声扰民',
];
const ASKS = ['改造', '维修', '增设', '管理', '规范使用', '加快办理'];
const PROBLEMS = [
  '多年没有人管，已经破损',
  '数量不够，早晚高峰最紧张',
  '位置不合理，来回要绕很远',
  '坏了报修几次都没有结果',
  '夜里看不清，老人容易摔倒',
  '下雨天积水，出门不方便',
  '责任单位说不清，互相推',
  '费用怎么分摊大家意见不一',
];
const WHO = [
  '老人',
  '孩子',
  '上班族',
  '商户',
  '残疾居民',
  '带孩子的家长',
  '外来务工人员',
  '种粮大户',
  '租户',
  '居民代表',
  '楼栋长',
  '志愿者',
];
const EFFECTS = [
  '天天要从这里经过',
  '反映了两年多',
  '上个月有人受伤',
  '夏天气味很重',
  '冬天结冰更危险',
  '接送时堵成一片',
  '影响做生意',
  '晚上休息不好',
  '消防车进不来',
  '只好自己花钱修',
  '看病要跑很远',
  '用水用电都受影响',
  '雨季最担心',
  '邻里为此吵过架',
  '卫生状况越来越差',
  '买菜要绕一大圈',
];
const WISHES = [
  '希望尽快协商解决',
  '请有关部门到现场看看',
  '愿意出一部分钱',
  '请街道牵头开个会',
  '希望今年能列入计划',
  '请物业拿出方案',
  '盼望有个长效办法',
  '请先试点再推开',
  '希望公开费用明细',
  '请社区组织大家议一议',
];
/** Each stands in some ten of a million texts. */
const RARE = cross(
  cross([...'槐枫桐榆椿楠柏杉梓樟'], [...'鹤鹭雁鹊鸥莺燕鸽隼鹰']),
  cross([...'桥亭坊台榭'], [...'东西南北']),
);

/** Of which words a text is made, by kind of piece. */
export const PIECES = {
  yard: cross(YARDS, KINDS_OF_YARD),
  thing: cross(OBJECTS, ASKS),
  problem: cross(OBJECTS, PROBLEMS),
  who: WHO,
  effect: EFFECTS,
  wish: WISHES,
  rare: RARE,
};

/** How many problems each thing may have, see PIECES.problem. */
export const PROBLEMS_A_THING = PROBLEMS.length;
export const ASKS_A_THING = ASKS.length;
/** One in so many topics has a rare word. */
export const RARE_EVERY = 200;
/** Yards are numbered up to this. */
export const NUMBERS = 99;

export const TOWNSHIPS = [
  '沿河街道',
  '曙光街道',
  '东风街道',
  '北关街道',
  '南城街道',
  '西苑街道',
  '石桥镇',
  '柳河镇',
  '青山镇',
  '大营镇',
  '双塔镇',
  '白马镇',
  '龙泉镇',
  '清水镇',
  '高店镇',
  '马集乡',
  '杨楼乡',
  '古城乡',
  '新集乡',
  '黄庄乡',
];
export const COMMUNITIES = ['沿西社区', '东关社区', '文昌社区', '育英社区', '新民村', '永安村', '柳树村', '石佛村'];
