import {
  type AgreedTask,
  type AttachmentView,
  cleanText,
  isDissentSaid,
  type MinutesContent,
  type MinutesDetail,
  type MinutesDraft,
  mergeMinutes,
  type SpeechPoint,
  sameMinutes,
} from '@consult/shared';
import { filledLines } from '@/components/TextListField';
import { agreedTaskProblems } from '@/features/tasks/AgreedTasksField/agreed-tasks';

/** What the recorder sees in the form. */
export interface MinutesForm extends Omit<MinutesContent, 'photos'> {
  photos: AttachmentView[];
}

/** The form, and what of it the server is known to have: kept together on the device. */
export interface Writing {
  form: MinutesForm;
  /** What the server had at `revision`: the form was made of it. */
  base: MinutesContent;
  revision: number;
}

/** The minutes as the form shows them. */
export function writingOf(minutes: MinutesDetail): Writing {
  const { situation, points, departmentAnswers, consensus, dissent, noDissent, photos, revision } = minutes;
  const form = {
    ...{ situation, points, departmentAnswers, consensus, dissent, noDissent, photos },
    tasks: minutes.tasks.map(({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }) => ({
      ...{ what, leadDepartmentId, coDepartmentIds, dueAt, funds },
    })),
  };
  return { form, base: contentOf(form), revision };
}

/** The points that say something, as they are sent. */
const filledPoints = (points: readonly SpeechPoint[]): SpeechPoint[] =>
  points
    .map((point) => ({ ...point, speaker: cleanText(point.speaker), text: cleanText(point.text) }))
    .filter(({ speaker, text }) => speaker !== '' || text !== '');

const filledTasks = (tasks: readonly AgreedTask[]): AgreedTask[] =>
  tasks
    .map((task) => ({ ...task, what: cleanText(task.what), funds: cleanText(task.funds ?? '') || null }))
    .filter(({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }) =>
      Boolean(what || leadDepartmentId || coDepartmentIds.length || dueAt || funds),
    );

/** The form as it is sent: without what is still empty. */
export function contentOf(form: MinutesForm): MinutesContent {
  const dissent = filledLines(form.dissent);
  return {
    situation: cleanText(form.situation),
    points: filledPoints(form.points),
    departmentAnswers: filledPoints(form.departmentAnswers),
    consensus: filledLines(form.consensus),
    dissent,
    noDissent: form.noDissent && dissent.length === 0,
    tasks: filledTasks(form.tasks),
    photos: form.photos.map(({ id }) => id),
  };
}

/** Whether the form says something that the server is not known to have. */
export const isUnsaved = ({ form, base }: Writing): boolean => !sameMinutes(contentOf(form), base);

/**
 * The form after it became known what the server has: what was typed meanwhile stays, what others wrote is in it, and
 * lines that are still empty are left where they are.
 * @param sent what the server's text was made of; what was last known where nothing was sent
 */
export function adopt(writing: Writing, sent: MinutesContent, { revision, content }: MinutesDraft): Writing {
  if (content === null) return { ...writing, base: sent, revision };
  const { photos: shown, ...text } = content;
  const base = { ...text, photos: shown.map(({ id }) => id) };
  const { form } = writing;
  const { photos, ...joined } = mergeMinutes(sent, { ...form, photos: form.photos.map(({ id }) => id) }, base);
  const known = new Map([...form.photos, ...shown].map((photo) => [photo.id, photo]));
  return { form: { ...joined, photos: photos.flatMap((id) => known.get(id) ?? []) }, base, revision };
}

/** Points that lack their speaker or their text, by the field's name as the server names it: `points.0.text`. */
function pointProblems(field: 'points' | 'departmentAnswers', points: readonly SpeechPoint[]) {
  const problems: Record<string, string> = {};
  points.forEach(({ speaker, text }, index) => {
    const [said, by] = [text.trim(), speaker.trim()];
    if (by === '' && said !== '') problems[`${field}.${index}.speaker`] = '请写明是谁';
    if (said === '' && by !== '') problems[`${field}.${index}.text`] = '请写明说了什么';
  });
  return problems;
}

/** What is missing before those who were there can check it, by field. */
export function formProblems(form: MinutesForm): Record<string, string> {
  const said = isDissentSaid({ dissent: filledLines(form.dissent), noDissent: form.noDissent });
  return {
    ...pointProblems('points', form.points),
    ...pointProblems('departmentAnswers', form.departmentAnswers),
    ...agreedTaskProblems(form.tasks),
    ...(said ? {} : { noDissent: '请写明保留意见；没有的，请在这里确认' }),
  };
}
