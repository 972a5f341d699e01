import { type Bulletin, type BulletinTable, type Figures, fullMoment, periodLabel } from '@consult/shared';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Paper } from '../papers/paper.js';

/** 统计表 as a .xlsx: each table of the bulletin as a sheet of its own, and the themes month by month; numbers as numbers. */
export async function bulletinTables(draft: { bulletin: Bulletin; year: Figures }): Promise<Paper> {
  const { bulletin, year } = draft;
  const note = `${bulletin.countyName}　${periodLabel(bulletin.month)}　数据截至 ${fullMoment(year.at)}`;
  const tables = bulletin.sections.flatMap(({ title, table }) => (table === null ? [] : [{ title, table }]));
  const sheets = [...tables, { title: '议题类别', table: themes(year) }].map(({ title, table }) => ({
    sheet: title.replace(/[（）]/g, '').slice(0, 31),
    data: sheetOf(title, note, table),
    columns: table.widths.map((width) => ({ width: charactersOf(width) })),
    orientation: 'landscape' as const,
  }));
  const name = `${bulletin.countyName}${periodLabel(bulletin.month)}统计表.xlsx`;
  return { name, content: await writeExcelFile(sheets).toBuffer() };
}

function themes({ themes: all, columns }: Figures): BulletinTable {
  return {
    head: ['类别', ...columns.map((month) => `${Number(month.slice(5))}月`), '合计'],
    rows: all.map(({ category, counts, total }) => [category, ...counts.map(({ n }) => String(n)), String(total.n)]),
    widths: [14, ...columns.map(() => 7), 8],
  };
}

/** A sheet of paper lying on its side is some 110 digits wide. */
const charactersOf = (share: number) => Math.max(6, Math.round(share * 1.1));

/** Points, of one line. */
const LINE = 20;

/** So high that every cell shows all of its text: a Chinese character is two digits wide. */
function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, i) => Math.ceil((cell.length * 2 + 1) / charactersOf(widths[i] ?? 100)));
  return LINE * Math.max(1, ...lines);
}

function sheetOf(title: string, note: string, { head, rows, widths }: BulletinTable): SheetData {
  const row = (cells: readonly string[]) => ({
    borderStyle: 'thin' as const,
    alignVertical: 'center' as const,
    height: heightOf(cells, widths),
  });
  return [
    [{ value: title, fontWeight: 'bold', fontSize: 14, height: LINE * 1.4 }],
    [{ value: note, height: LINE }],
    head.map((value) => ({ value, fontWeight: 'bold', align: 'center', wrap: true, ...row(head) })),
    ...rows.map((cells) =>
      cells.map((cell) =>
        /^\d+$/.test(cell)
          ? { value: Number(cell), type: Number, align: 'right' as const, ...row(cells) }
          : { value: cell, type: String, wrap: true, ...row(cells) },
      ),
    ),
  ] as SheetData;
}
