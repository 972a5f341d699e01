import type { Thresholds } from '../regions/settings.js';
import type { SessionFormat } from '../sessions/session.rules.js';
import { lastMomentBefore } from '../sessions/session.schedule.js';
import type { SessionState } from '../sessions/session.states.js';
import { daysBetween } from '../time/china-time.js';

/** What a paper for a session (会议材料) is: a file of one of these kinds, or a page of text. */
export const MATERIAL_KINDS = ['pdf', 'word', 'excel', 'slides', 'picture', 'text'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];
export const MATERIAL_KIND_LABELS: Readonly<Record<MaterialKind, string>> = {
  pdf: 'PDF',
  word: 'Word 文档',
  excel: 'Excel 表格',
  slides: '演示文稿',
  picture: '图片',
  text: '文字',
};

/** How the names of files end; a file is what its content says, its name is given by us. */
export const MATERIAL_EXTENSIONS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg'] as const;
export type MaterialExtension = (typeof MATERIAL_EXTENSIONS)[number];

/** Who reads a paper: everyone who sees the session, or only those who take part and run it. */
export const MATERIAL_AUDIENCES = ['public', 'participants'] as const;
export type MaterialAudience = (typeof MATERIAL_AUDIENCES)[number];
export const MATERIAL_AUDIENCE_LABELS: Readonly<Record<MaterialAudience, string>> = {
  public: '公开',
  participants: '仅参会人',
};

export const MATERIAL_LIMITS = {
  bytesMax: 10 * 1024 * 1024,
  titleMax: 60,
  textMax: 10_000,
  perSession: 30,
  /** How long a file that belongs to nothing is kept, ms. */
  looseMs: 24 * 60 * 60 * 1000,
} as const;

/** The states in which papers are added and taken away: until the session begins. */
export const MATERIAL_STATES: readonly SessionState[] = ['preparing', 'announced', 'postponed'];

/** What the convener is asked to do while an announced session has no papers. */
export const MATERIALS_TODO = '发会议材料';

/** Days before a session by which its papers are out; neighbours who settle a small thing need none. */
export function materialDaysFor(format: SessionFormat, { sessionMaterialDays }: Thresholds): number {
  return format === 'micro' ? 0 : sessionMaterialDays;
}

/** By when the papers are to be out, ms since 1970; null where they need not be ahead of time. */
export function materialsDueAt({ startsAt, days }: { startsAt: number; days: number }): number | null {
  return days === 0 ? null : lastMomentBefore(startsAt, days);
}

/** Whether a paper added at `addedAt` came later than it should. All in ms since 1970. */
export function isMaterialLate({
  addedAt,
  startsAt,
  days,
}: {
  addedAt: number;
  startsAt: number;
  days: number;
}): boolean {
  return days > 0 && daysBetween(addedAt, startsAt) < days;
}
