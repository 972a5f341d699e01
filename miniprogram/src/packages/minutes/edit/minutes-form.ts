import type { AgreedTask, AttachmentView, MinutesDetail, MinutesInput, SpeechPoint } from '@consult/shared';
import { filledLines } from '@/components/TextListField';

/** What the recorder has written so far, and which revision it was written on. */
export interface MinutesForm {
  revision: number;
  situation: string;
  points: SpeechPoint[];
  departmentAnswers: SpeechPoint[];
  consensus: string[];
  dissent: string[];
  noDissent: boolean;
  tasks: AgreedTask[];
  photos: AttachmentView[];
}

/** The minutes as the form shows them. */
export function formOf(minutes: MinutesDetail): MinutesForm {
  return {
    revision: minutes.revision,
    situation: minutes.situation,
    points: minutes.points,
    departmentAnswers: minutes.departmentAnswers,
    consensus: minutes.consensus,
    dissent: minutes.dissent,
    noDissent: minutes.noDissent,
    tasks: minutes.tasks.map(({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }) => ({
      what,
      leadDepartmentId,
      coDepartmentIds,
      dueAt,
      funds,
    })),
    photos: minutes.photos,
  };
}

/** The points that say something, as they are sent. */
const filledPoints = (points: readonly SpeechPoint[]): SpeechPoint[] =>
  points
    .map(({ speaker, text }) => ({ speaker: speaker.trim(), text: text.trim() }))
    .filter(({ speaker, text }) => speaker !== '' || text !== '');

/** The form as it is sent. */
export function inputOf(form: MinutesForm): MinutesInput {
  return {
    revision: form.revision,
    situation: form.situation,
    points: filledPoints(form.points),
    departmentAnswers: filledPoints(form.departmentAnswers),
    consensus: filledLines(form.consensus),
    dissent: filledLines(form.dissent),
    noDissent: form.noDissent,
    tasks: form.tasks,
    photos: form.photos.map(({ id }) => id),
  };
}

/** Points that lack their speaker or their text, by the field's name as the server names it: `points.0.text`. */
export function pointProblems(field: 'points' | 'departmentAnswers', points: readonly SpeechPoint[]) {
  const problems: Record<string, string> = {};
  filledPoints(points).forEach(({ speaker, text }, index) => {
    if (speaker === '') problems[`${field}.${index}.speaker`] = '请写明是谁';
    if (text === '') problems[`${field}.${index}.text`] = '请写明说了什么';
  });
  return problems;
}
