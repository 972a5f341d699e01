/** Twentieths of a point. */
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/**
 * Measures of an official paper after GB/T 9704—2012 (党政机关公文格式): A4, a type area of 156 mm × 225 mm with 22 lines
 * of 28 characters. Lengths in twips, type in half points, as WordprocessingML counts them.
 */
export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    // The page number stands 7 mm below the type area.
    footer: twips(35 - 7 - 5),
  },
} as const;

/** What a table may take. */
export const TEXT_WIDTH = twips(156);

/** 22 lines share 225 mm. */
export const LINE = Math.round(twips(225) / 22);

/** 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt */
export const SIZE = { title: 44, body: 32, small: 28, table: 24 } as const;

/** Named as in WPS and Word; where one is not installed, the word processor takes its own for the same script. */
export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  number: '宋体',
  latin: 'Times New Roman',
} as const;

export const RED = 'FF0000';

/** Two characters, in which each paragraph of the text begins. */
export const INDENT = SIZE.body * 10 * 2;
