import { readFileSync } from 'node:fs';
import path from 'node:path';

const SCSS = readFileSync(path.resolve(__dirname, '../src/styles/tokens.scss'), 'utf8');

/** Letters by the surfaces that they stand on. */
const LETTERS: readonly (readonly [string, readonly string[]])[] = [
  ['text', ['surface', 'surface-sunk', 'primary-soft', 'warn-soft', 'info-soft', 'success-soft', 'accent-soft']],
  ['text-soft', ['surface', 'surface-sunk', 'primary-soft']],
  ['text-faint', ['surface', 'surface-sunk']],
  ['primary', ['surface', 'surface-sunk', 'primary-soft']],
  ['primary-strong', ['surface', 'primary-soft']],
  ['on-primary', ['primary']],
  ['on-bar', ['bar']],
  ['accent', ['surface', 'surface-sunk', 'accent-soft']],
  ['warn', ['surface', 'surface-sunk', 'warn-soft']],
  ['success', ['surface', 'success-soft']],
  ['info', ['surface', 'info-soft']],
];
/** Lines by which a control is recognised. */
const LINES: readonly (readonly [string, readonly string[]])[] = [['line-strong', ['surface', 'surface-sunk']]];

function coloursOf(mixin: string): Map<string, string> {
  const [, body = ''] = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(SCSS) ?? [];
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['colours-light', 'colours-dark'])('the colours of %s', (mixin) => {
  const colours = coloursOf(mixin);
  const tooFaint = (pairs: typeof LETTERS, least: number) =>
    pairs.flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const found = contrast(colours.get(front) ?? '#000000', colours.get(back) ?? '#000000');
        return found < least ? [`${front} on ${back}: ${found.toFixed(2)}`] : [];
      }),
    );

  it('has every colour that the other has', () => {
    expect([...colours.keys()].sort()).toEqual([...coloursOf('colours-light').keys()].sort());
    expect(colours.size).toBeGreaterThan(20);
  });

  it('lets letters be read (4.5 to 1, WCAG AA)', () => {
    expect(tooFaint(LETTERS, 4.5)).toEqual([]);
  });

  it('lets the edge of a control be seen (3 to 1, WCAG AA)', () => {
    expect(tooFaint(LINES, 3)).toEqual([]);
  });
});
