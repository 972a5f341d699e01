import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { FONT, INDENT, LINE, RED, SIZE, TEXT_WIDTH } from './gb9704.js';

type Face = keyof typeof FONT;

function run(text: string, face: Face = 'body', size: number = SIZE.body, more: IRunOptions = {}): TextRun {
  const latin = FONT.latin;
  return new TextRun({ text, size, font: { ascii: latin, hAnsi: latin, eastAsia: FONT[face], cs: latin }, ...more });
}

const spacing = { line: LINE, lineRule: LineRuleType.EXACT } as const;

/** Text of the body, indented by two characters; one paragraph a line. @param keepNext on the page of what comes after it */
export function body(text: string, keepNext = false): Paragraph[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ spacing, keepNext, indent: { firstLine: INDENT }, children: [run(line)] }));
}

/** 时间：… with its label in bold type (黑体), as the standard has it for a record's list of who was there. */
export function labelled(label: string, value: string): Paragraph {
  return new Paragraph({
    spacing,
    indent: { firstLine: INDENT },
    children: [run(`${label}：`, 'heading'), run(value)],
  });
}

/** 一、 on the first level. */
export function heading(text: string): Paragraph {
  return new Paragraph({ spacing, indent: { firstLine: INDENT }, keepNext: true, children: [run(text, 'heading')] });
}

/** （一） on the second level. */
export function subheading(text: string): Paragraph {
  return new Paragraph({ spacing, indent: { firstLine: INDENT }, keepNext: true, children: [run(text, 'subheading')] });
}

/** The title, in the middle, with a line free above and below. */
export function title(text: string): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } };
  return [blank(), new Paragraph({ ...centred, keepNext: true, children: [run(text, 'title', SIZE.title)] }), blank()];
}

/** @param keepNext as of body */
export function blank(keepNext = false): Paragraph {
  return new Paragraph({ spacing, keepNext, children: [] });
}

/** To the right, four characters from the edge: who signs, and when. What comes after it stands on the same page. */
export function signed(text: string): Paragraph {
  return new Paragraph({
    spacing,
    alignment: AlignmentType.RIGHT,
    indent: { right: INDENT * 2 },
    keepLines: true,
    keepNext: true,
    children: [run(text)],
  });
}

/** Small type under everything, for what is said about the paper itself. @param keepNext as of body */
export function remark(text: string, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { line: 360, lineRule: LineRuleType.AT_LEAST },
    children: [run(text, 'body', SIZE.table)],
  });
}

/**
 * 版记: lines as wide as the text, two thick ones and a thin one between; 四号, one character free on each side.
 * @param copies 抄送：…
 */
export function colophon(copies: string, printer: string, printedOn: string): FileChild[] {
  const character = SIZE.small * 10;
  const label = (copies.indexOf('：') + 1) * character;
  // Eighths of a point: 0.35 mm and 0.25 mm.
  const thick = { style: BorderStyle.SINGLE, size: 8, color: 'auto' } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const row = (paragraph: Paragraph) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: TEXT_WIDTH, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: character, right: character },
          children: [paragraph],
        }),
      ],
    });
  return [
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [TEXT_WIDTH],
      borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: { ...thick, size: 6 } },
      rows: [
        row(
          new Paragraph({
            spacing,
            keepNext: true,
            indent: { left: label, hanging: label },
            children: [run(copies, 'body', SIZE.small)],
          }),
        ),
        row(
          new Paragraph({
            spacing,
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - 2 * character }],
            children: [run(printer, 'body', SIZE.small), run(`\t${printedOn}`, 'body', SIZE.small)],
          }),
        ),
      ],
    }),
    // A body ends in a paragraph; this one takes no room.
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

/** The red head (发文机关标志), its number, and the red line under both. */
export function redHead(issuer: string, number: string): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER } as const;
  // As large as one line holds, and never larger than the standard's own example.
  const size = Math.min(88, Math.floor(8400 / (issuer.length * 10)));
  return [
    new Paragraph({ ...centred, spacing: { before: 480 }, children: [run(issuer, 'title', size, { color: RED })] }),
    blank(),
    new Paragraph({
      ...centred,
      spacing: { ...spacing, after: 120 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 6, color: RED } },
      children: [run(number)],
    }),
  ];
}

/** A table over the whole width. `widths` are shares of it and add up to 100. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const columnWidths = widths.map((share) => Math.round((share * TEXT_WIDTH) / 100));
  const cell = (text: string, column: number, face: Face) =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ children: [run(text, face, SIZE.table)] })],
    });
  const row = (cells: readonly string[], face: Face, tableHeader: boolean) =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map((text, column) => cell(text, column, face)) });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    rows: [row(head, 'heading', true), ...rows.map((cells) => row(cells, 'body', false))],
  });
}

/** — 1 —, on the outer edge: right on odd pages, left on even ones. */
export function pageNumbers(): { default: Footer; even: Footer } {
  const number = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [side]: SIZE.small * 10 },
          children: [
            new TextRun({
              children: ['— ', PageNumber.CURRENT, ' —'],
              size: SIZE.small,
              font: { ascii: FONT.number, hAnsi: FONT.number, eastAsia: FONT.number },
            }),
          ],
        }),
      ],
    });
  return { default: number('right'), even: number('left') };
}
