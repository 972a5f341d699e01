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
    columns: table.widths.map((width) => ({ width: Math.max(10, Math.round(width * 0.9)) })),
    orientation: 'landscape' as const,
  }));
  const name = `${bulletin.countyName}${periodLabel(bulletin.month)}统计表.xlsx`;
  return { name, content: await writeExcelFile(sheets).toBuffer() };
}

function themes({ themes: all, columns }: Figures): BulletinTable {
  return {
    head: ['类别', ...columns.map((month) => `${Number(month.slice(5))}月`), '合计'],
    rows: all.map(({ category, counts, total }) => [category, ...counts.map(String), String(total.n)]),
    widths: [16, ...columns.map(() => 9), 10],
  };
}

function sheetOf(title: string, note: string, { head, rows }: BulletinTable): SheetData {
  const border = { borderStyle: 'thin' as const };
  return [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    [{ value: note }],
    head.map((value) => ({ value, fontWeight: 'bold', align: 'center', ...border })),
    ...rows.map((cells) =>
      cells.map((cell) =>
        /^\d+$/.test(cell)
          ? { value: Number(cell), type: Number, align: 'right' as const, ...border }
          : { value: cell, type: String, wrap: true, ...border },
      ),
    ),
  ] as SheetData;
}
