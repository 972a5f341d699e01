import { type Bulletin, fullDate } from '@consult/shared';
import type { FileChild } from 'docx';
import { type Paper, paper } from '../papers/paper.js';
import { blank, body, redHead, signed, table, title } from '../papers/paragraphs.js';
import { numbered } from '../papers/record-sections.js';

/** 通报 as a .docx: what the office wrote, then what the figures say. @param at when they were read, ms since 1970 */
export async function bulletinPaper(bulletin: Bulletin, at: number): Promise<Paper> {
  const { countyName, month, opening, sections } = bulletin;
  const children: FileChild[] = [
    ...redHead(`政协${countyName}委员会办公室`, `${month.slice(0, 4)}年第 ${Number(month.slice(5))} 期`),
    ...title(bulletin.title),
    ...body(opening),
    ...numbered(
      sections.map((section) => ({
        title: section.title,
        content: [
          ...body(section.paragraphs.join('\n')),
          ...(section.table === null ? [] : [table(section.table.head, section.table.rows, section.table.widths)]),
        ],
      })),
    ),
    blank(),
    signed(`政协${countyName}委员会办公室`),
    signed(fullDate(at)),
  ];
  return paper(bulletin.title, children);
}
