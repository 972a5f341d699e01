import {
  bike,
  car,
  circle,
  flats,
  HEIGHT,
  house,
  outdoors,
  person,
  polygon,
  rect,
  row,
  stall,
  stroke,
  tree,
  WIDTH,
} from './shapes.js';

const ASPHALT = '#7c828a';
const PAVING = '#c9c4ba';
const FIELD = '#a9bf7c';
const WATER = '#7fb2c4';

const road = (top: number) =>
  rect(0, top, WIDTH, HEIGHT - top, ASPHALT) +
  row(7, 20, 180, (x) => rect(x, (top + HEIGHT) / 2, 96, 12, '#e9e6dd', 4));

const indoors = (wall: string, floor: string) => rect(0, 0, WIDTH, HEIGHT, wall) + rect(0, 560, WIDTH, 240, floor);

const fishingStand = (x: number, y: number) =>
  stroke(`M${x + 14} ${y}v110M${x + 120} ${y}v110`, '#5f4a3a', 10) +
  rect(x, y - 10, 134, 18, '#8f6f52') +
  polygon(`${x - 6},${y - 96} ${x + 67},${y - 134} ${x + 140},${y - 96}`, '#5d7fa3') +
  stroke(`M${x + 8} ${y - 96}v88M${x + 126} ${y - 96}v88`, '#5f4a3a', 6);

const river = (bank: string) =>
  outdoors(330, bank) + row(6, 40, 220, (x, i) => tree(x, 350 + (i % 2) * 16, 46)) + rect(0, 470, WIDTH, 330, WATER);

const rubbish = (x: number, y: number) =>
  rect(x, y, 40, 20, '#e9e4da', 6) + circle(x + 56, y + 12, 12, '#d98b6c') + rect(x + 74, y + 4, 26, 16, '#7aa07a', 4);

/** The demo's pictures, drawn for what its topics are about. */
export const SCENES = {
  /** 院内旧车棚 */
  bikeShed: () =>
    outdoors(500, PAVING) +
    flats(60, 500, 4, '#d9b99b') +
    flats(860, 500, 4, '#cfae8f') +
    tree(420, 520, 70) +
    rect(380, 430, 430, 22, '#6d7f8b') +
    row(4, 396, 132, (x) => rect(x, 450, 12, 150, '#6d7f8b')) +
    row(3, 440, 126, (x, i) => bike(x, 600, ['#a6574a', '#4d7a8c', '#73804a'][i] ?? '#555')) +
    person(220, 690, '#7d8fa6') +
    person(290, 700, '#a7808a'),
  /** 日间照料点 */
  careRoom: () =>
    indoors('#f3e8d6', '#d2b48f') +
    rect(90, 120, 330, 230, '#bcd9e4', 8) +
    stroke('M255 120v230M90 235h330', '#f9f5ec', 12) +
    rect(760, 140, 300, 190, '#8fae8b', 8) +
    stroke('M800 200h220M800 250h160', '#f4f1e6', 14) +
    person(520, 570, '#7d8fa6') +
    person(660, 570, '#8b9a6b') +
    rect(330, 520, 520, 30, '#a3764f', 8) +
    stroke('M380 550v150M800 550v150', '#8a6241', 20) +
    person(300, 700, '#a7808a') +
    person(900, 700, '#8b9a6b'),
  /** 占道经营的早市 */
  streetMarket: () =>
    outdoors(420, PAVING) +
    flats(40, 420, 3, '#d8c3a5') +
    flats(880, 420, 3, '#c9b08f') +
    road(560) +
    row(4, 120, 250, (x, i) => stall(x, 640, ['#c75f4b', '#5c8f86', '#cf9a3f', '#7a76a6'][i] ?? '#888')) +
    row(5, 190, 210, (x, i) => person(x, 720 + (i % 2) * 30, ['#7d8fa6', '#a7808a', '#8b9a6b'][i % 3] ?? '#777')),
  /** 划线规范后的街面 */
  tidyStreet: () =>
    outdoors(420, PAVING) +
    flats(40, 420, 3, '#d8c3a5') +
    flats(880, 420, 3, '#c9b08f') +
    row(3, 330, 185, (x, i) => stall(x, 500, ['#c75f4b', '#5c8f86', '#cf9a3f'][i] ?? '#888')) +
    road(560) +
    stroke('M20 548H1180', '#e8c64f', 12) +
    car(260, 700, '#6f8fae') +
    car(760, 760, '#b0705e'),
  /** 断头路 */
  roadGap: () =>
    outdoors(400, FIELD) +
    house(120, 420, '#e6d8c2', '#9b5f4c') +
    house(820, 400, '#efe4d0', '#87574a') +
    polygon('0,800 360,800 520,560 400,560', '#c9c4ba') +
    polygon('400,560 520,560 640,430 600,430', '#8a6f4d') +
    row(5, 460, 60, (x, i) => circle(x, 540 - i * 22, 14, '#5f7d45')) +
    polygon('620,430 660,430 760,400 735,400', '#c9c4ba') +
    row(6, 700, 80, (x) => stroke(`M${x} 640q20-40 40 0`, '#6d8f4f', 10)),
  /** 路基施工 */
  roadWorks: () =>
    outdoors(400, FIELD) +
    house(120, 420, '#e6d8c2', '#9b5f4c') +
    polygon('0,800 420,800 700,400 640,400', '#b79f7c') +
    stroke('M60 760L640 420M470 760L700 420', '#8d7654', 8) +
    row(
      3,
      560,
      190,
      (x) => polygon(`${x},740 ${x + 30},660 ${x + 60},740`, '#e0883f') + rect(x - 8, 736, 76, 12, '#c8702d'),
    ) +
    person(840, 620, '#e0a13f') +
    person(930, 640, '#e0a13f'),
  /** 农渠 */
  canal: () =>
    outdoors(330, FIELD) +
    row(8, 20, 160, (x) => stroke(`M${x} 470q16-50 32 0q16-50 32 0`, '#7d9a4c', 8)) +
    polygon('420,800 800,800 660,330 610,330', '#b9b2a4') +
    polygon('500,800 720,800 646,330 622,330', WATER) +
    stroke('M470 640l70 30M700 560l-50 26', '#6f675a', 8) +
    rect(540, 500, 170, 18, '#7a7f86') +
    stroke('M625 500v-70M595 430h60', '#7a7f86', 10) +
    person(330, 690, '#8b9a6b'),
  /** 拆除前的钓鱼台 */
  fishingStands: () =>
    river('#b5b88a') +
    row(5, 60, 230, (x, i) => fishingStand(x, 470 + (i % 2) * 50)) +
    row(5, 150, 210, (x, i) => rubbish(x, 640 + (i % 3) * 34)),
  /** 拆除后的河岸 */
  cleanRiver: () =>
    river('#a8bd86') +
    stroke('M0 690q80-20 160 0t160 0t160 0t160 0t160 0t160 0t160 0t160 0', '#93c1d0', 8) +
    row(9, 60, 140, (x) => rect(x, 410, 10, 58, '#8a7f70')) +
    stroke('M40 424H1180M40 446H1180', '#8a7f70', 6) +
    person(760, 470, '#7d8fa6'),
  /** 放学时段的校门 */
  schoolGate: () =>
    outdoors(470, PAVING) +
    rect(250, 180, 700, 290, '#e4cfae') +
    row(6, 300, 110, (x) => rect(x, 230, 60, 60, '#8fb0c0') + rect(x, 330, 60, 60, '#8fb0c0')) +
    rect(500, 390, 200, 90, '#9aa4ac') +
    row(9, 510, 22, (x) => rect(x, 396, 6, 84, '#5f676e')) +
    road(560) +
    car(40, 660, '#b0705e') +
    car(300, 650, '#6f8fae') +
    car(620, 670, '#9c9a6d') +
    car(920, 655, '#8a7fa0') +
    row(4, 470, 80, (x, i) => person(x, 556, ['#c75f4b', '#5c8f86', '#cf9a3f'][i % 3] ?? '#777')),
  /** 飞线充电 */
  wires: () =>
    outdoors(560, PAVING) +
    flats(120, 560, 6, '#d3c0a8') +
    flats(720, 560, 6, '#c9b79d') +
    stroke('M180 160q60 300 280 440M330 240q40 260 190 360M780 200q-40 300-170 400', '#3f4247', 6) +
    row(4, 420, 130, (x, i) => bike(x, 690, ['#a6574a', '#4d7a8c', '#73804a', '#7b6a94'][i] ?? '#555')),
  /** 楼道堆物 */
  corridor: () =>
    indoors('#e7e2d8', '#a9a39a') +
    polygon('0,0 300,160 300,560 0,800', '#d6d0c4') +
    polygon('1200,0 900,160 900,560 1200,800', '#d0cabd') +
    rect(300, 160, 600, 400, '#efebe2') +
    rect(520, 250, 150, 310, '#8c6f58') +
    rect(930, 300, 60, 110, '#c34a3c', 6) +
    rect(180, 520, 170, 150, '#b58a5e') +
    rect(210, 410, 120, 110, '#c39c70') +
    rect(770, 560, 190, 120, '#b58a5e') +
    rect(800, 470, 120, 90, '#9fa9a2') +
    bike(420, 720, '#4d7a8c'),
  /** 传统民居 */
  oldHouses: () =>
    outdoors(480, '#b9b592') +
    polygon('0,480 260,220 520,480', '#9fb395') +
    polygon('380,480 760,170 1160,480', '#8fa788') +
    house(130, 600, '#e9e1cf', '#5c6066') +
    house(480, 570, '#ded3bd', '#53575d') +
    house(830, 610, '#e9e1cf', '#5c6066') +
    stroke('M520 420l60-36M860 470l70-40', '#c9b48a', 10) +
    polygon('420,800 760,800 640,590 560,590', '#cbbf9f'),
  /** 国道边的大集 */
  villageFair: () =>
    outdoors(400, '#bdb68f') +
    house(40, 420, '#e6d8c2', '#9b5f4c') +
    house(900, 410, '#efe4d0', '#87574a') +
    road(600) +
    row(5, 60, 220, (x, i) => stall(x, 580, ['#5c8f86', '#c75f4b', '#7a76a6', '#cf9a3f', '#6f8fae'][i] ?? '#888')) +
    car(120, 740, '#b0705e') +
    row(6, 420, 120, (x, i) => person(x, 690 + (i % 2) * 40, ['#7d8fa6', '#a7808a', '#8b9a6b'][i % 3] ?? '#777')),
} as const satisfies Record<string, () => string>;

export type Picture = keyof typeof SCENES;
