/** Flat shapes that the demo's pictures are made of; each is a piece of SVG. Sizes in px of a 1200 × 800 picture. */
export const WIDTH = 1200;
export const HEIGHT = 800;

export const rect = (x: number, y: number, w: number, h: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}"/>`;

export const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

/** @param points `x,y x,y …` */
export const polygon = (points: string, fill: string) => `<polygon points="${points}" fill="${fill}"/>`;

/** @param d an SVG path */
export const stroke = (d: string, color: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Side by side: `draw` is given each one's x. */
export const row = (count: number, from: number, step: number, draw: (x: number, i: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(from + i * step, i)).join('');

/** Sky down to `horizon`, ground below it. */
export const outdoors = (horizon: number, ground: string, sky = '#dcebf2') =>
  rect(0, 0, WIDTH, HEIGHT, sky) + circle(1010, 130, 54, '#fbe9b0') + rect(0, horizon, WIDTH, HEIGHT - horizon, ground);

/** A block of flats standing on `bottom`. */
export function flats(x: number, bottom: number, floors: number, wall: string): string {
  const top = bottom - floors * 80;
  const windows = Array.from({ length: floors }, (_, floor) =>
    row(4, x + 26, 64, (wx) => rect(wx, top + 22 + floor * 80, 36, 40, '#8fb0c0')),
  ).join('');
  return rect(x, top, 270, floors * 80, wall) + rect(x - 8, top - 14, 286, 16, '#8a7f76') + windows;
}

/** A house with a pitched roof standing on `bottom`. */
export const house = (x: number, bottom: number, wall: string, roof: string) =>
  rect(x, bottom - 150, 240, 150, wall) +
  polygon(`${x - 24},${bottom - 150} ${x + 120},${bottom - 240} ${x + 264},${bottom - 150}`, roof) +
  rect(x + 96, bottom - 90, 50, 90, '#7b5b45') +
  rect(x + 26, bottom - 104, 44, 40, '#9fc0cc') +
  rect(x + 172, bottom - 104, 44, 40, '#9fc0cc');

export const tree = (x: number, bottom: number, r = 60) =>
  rect(x - 8, bottom - r, 16, r, '#7d6148') +
  circle(x, bottom - r * 1.7, r, '#6f9f6a') +
  circle(x - r * 0.6, bottom - r * 1.3, r * 0.7, '#7fae78');

export const person = (x: number, bottom: number, coat: string) =>
  rect(x - 20, bottom - 92, 40, 66, coat, 14) +
  rect(x - 16, bottom - 34, 13, 34, '#4a4f57') +
  rect(x + 3, bottom - 34, 13, 34, '#4a4f57') +
  circle(x, bottom - 112, 20, '#efc9a4') +
  `<path d="M${x - 21} ${bottom - 114}a21 21 0 0 1 42 0q-21-14-42 0z" fill="#3f3a37"/>`;

export const car = (x: number, bottom: number, paint: string) =>
  rect(x + 40, bottom - 92, 120, 50, paint, 18) +
  rect(x, bottom - 58, 200, 42, paint, 14) +
  rect(x + 54, bottom - 82, 42, 26, '#d3e4ea') +
  rect(x + 104, bottom - 82, 42, 26, '#d3e4ea') +
  circle(x + 46, bottom - 16, 20, '#3c4047') +
  circle(x + 154, bottom - 16, 20, '#3c4047');

/** A stall with an awning in stripes. */
export const stall = (x: number, bottom: number, color: string) =>
  rect(x + 8, bottom - 140, 8, 140, '#7a6a5a') +
  rect(x + 164, bottom - 140, 8, 140, '#7a6a5a') +
  rect(x, bottom - 62, 180, 48, '#b98f63', 4) +
  row(6, x + 20, 28, (cx, i) => circle(cx, bottom - 70, 13, ['#d8734f', '#86ab5b', '#e3b24f'][i % 3] ?? color)) +
  row(6, x, 30, (ax, i) => rect(ax, bottom - 168, 30, 40, i % 2 === 0 ? color : '#f6f1e7'));

/** A bicycle or moped, side on. */
export const bike = (x: number, bottom: number, color: string) =>
  stroke(
    `M${x} ${bottom - 26}l34-40h42l24 40M${x + 34} ${bottom - 66}l-6-20M${x + 76} ${bottom - 66}l10-24h14`,
    color,
    8,
  ) +
  [x, x + 100]
    .map((wx) => stroke(`M${wx - 24} ${bottom - 26}a24 24 0 1 0 48 0a24 24 0 1 0-48 0`, '#42464c', 8))
    .join('');
