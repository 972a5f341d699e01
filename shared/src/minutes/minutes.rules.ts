import type { MinutesState } from './minutes.states.js';

/** Kept so that a full section, in four-byte characters, still fits MySQL's TEXT of 65,535 bytes. */
export const MINUTES_LIMITS = {
  textMax: 5000,
  itemMax: 480,
  itemsMax: 30,
  speakerMax: 40,
  fundsMax: 60,
  objectionMax: 500,
  objectionsPerPerson: 5,
  coDepartmentsMax: 5,
  photosMax: 9,
  tasksMax: 20,
} as const;

/** How a session ended; it follows from what was agreed and what was not. */
export const CONCLUSIONS = ['consensus', 'partial', 'none'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
export const CONCLUSION_LABELS: Readonly<Record<Conclusion, string>> = {
  consensus: '达成共识',
  partial: '部分达成共识',
  none: '未达成共识',
};

/** What the minutes' two lists say about the result: dissent never disappears behind consensus. */
export function conclusionOf(minutes: { consensus: readonly unknown[]; dissent: readonly unknown[] }): Conclusion {
  if (minutes.consensus.length === 0) return 'none';
  return minutes.dissent.length === 0 ? 'consensus' : 'partial';
}

/** Whether those who took part may still object. */
export function isObjectionOpen(
  minutes: { state: MinutesState; objectionEndsAt: number | null },
  now: number,
): boolean {
  return minutes.state === 'objection' && now < (minutes.objectionEndsAt ?? 0);
}

/** The states in which the list of those who sign can still be changed. */
export const SIGNATORIES_OPEN_STATES: readonly MinutesState[] = ['draft', 'objection'];

/** Why signing is not open yet, or null when it is. */
export function signingBlockedBy(minutes: {
  now: number;
  objectionEndsAt: number;
  openObjections: number;
}): 'objection_period' | 'open_objections' | null {
  if (minutes.now < minutes.objectionEndsAt) return 'objection_period';
  return minutes.openObjections > 0 ? 'open_objections' : null;
}

/** Whether minutes say enough to be shown to those who were there. */
export function isMinutesComplete(minutes: {
  points: readonly unknown[];
  consensus: readonly unknown[];
  dissent: readonly unknown[];
}): boolean {
  return minutes.points.length > 0 && minutes.consensus.length + minutes.dissent.length > 0;
}

/** The number of a session's minutes: township, year and order within them, e.g. 419902001-2026-003. */
export function minutesNumber(township: string, year: string, order: number): string {
  return `${township}-${year}-${String(order).padStart(3, '0')}`;
}
