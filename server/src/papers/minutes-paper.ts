import {
  CONCLUSION_LABELS,
  fullDate,
  fullMoment,
  MINUTES_STATES,
  type MinutesDetail,
  PARTICIPANT_CATEGORY_LABELS,
  SESSION_FORMAT_LABELS,
  SHOW_OF_HANDS_TEXT,
  stateLabel,
} from '@consult/shared';
import type { FileChild } from 'docx';
import { type Paper, paper } from './paper.js';
import { blank, body, labelled, redHead, remark, signed, title } from './paragraphs.js';
import { type PhotoOnPaper, photoPages } from './photo-pages.js';
import {
  agreedTasks,
  dissent,
  handShows,
  items,
  numbered,
  opinions,
  programmeInside,
  speeches,
} from './record-sections.js';
import { verificationBlock } from './verification-block.js';

/** What stands at the head of the paper. */
export interface Letterhead {
  /** e.g. 沿河街道有事好商量; null: no red head. */
  readonly issuer: string | null;
  /** The page that says whether a printed copy is genuine; null where the platform's address is not known. */
  readonly verifyAddress: (code: string) => string | null;
}

/** 会议纪要 as a .docx. */
export async function minutesPaper(
  minutes: MinutesDetail,
  photos: readonly PhotoOnPaper[],
  { issuer, verifyAddress }: Letterhead,
): Promise<Paper> {
  const name = `${minutes.sessionTitle}会议纪要`;
  const isPublished = minutes.state === MINUTES_STATES[MINUTES_STATES.length - 1];
  const programme = programmeInside(minutes.programme);
  const children: FileChild[] = [
    ...(issuer === null ? [] : redHead(`${issuer}会议纪要`, minutes.number)),
    ...title(name),
    ...(isPublished ? [] : [remark(`（${stateLabel('minutes', minutes.state)}，未发布，内容以发布稿为准）`), blank()]),
    ...facts(minutes),
    ...numbered([
      { title: '协商议题', content: topics(minutes) },
      { title: '会议议程', content: programme.flatMap((line) => body(line)) },
      { title: '情况说明', content: body(minutes.situation) },
      { title: '发言要点', content: speeches(minutes.points, programme) },
      { title: '部门回应', content: speeches(minutes.departmentAnswers, programme) },
      { title: SHOW_OF_HANDS_TEXT, content: handShows(minutes.handShows) },
      { title: '网络议政', content: opinions(minutes.opinions) },
      { title: '共识事项', content: consensus(minutes) },
      { title: '未达成共识和保留意见', content: dissent(minutes.dissent, minutes.noDissent) },
      { title: '承办事项', content: agreedTasks(minutes.tasks) },
    ]),
    blank(),
    ...minutes.signatories.map(({ name, signedAt }) =>
      signed(`核签：${name}${signedAt === null ? '（未签）' : `　${fullDate(signedAt)}`}`),
    ),
    ...photoPages(photos),
    ...(minutes.seal === null
      ? []
      : await verificationBlock(minutes.version, minutes.seal, verifyAddress(minutes.seal.code))),
  ];
  return paper(`${name}（第${minutes.version}版）`, children);
}

function facts({ number, heldAt, place, format, chair, recorder, counts, conclusion }: MinutesDetail): FileChild[] {
  const there = counts.map(
    ({ category, expected, present }) =>
      `${PARTICIPANT_CATEGORY_LABELS[category]}应到 ${expected} 人、实到 ${present} 人`,
  );
  return [
    labelled('编号', number),
    labelled('时间', fullMoment(heldAt)),
    labelled('地点', place),
    labelled('形式', SESSION_FORMAT_LABELS[format]),
    labelled('主持', chair),
    labelled('记录', recorder),
    labelled('出席', there.length > 0 ? `${there.join('；')}。` : '未记录到会情况。'),
    labelled('结果', CONCLUSION_LABELS[conclusion]),
  ];
}

function topics({ topics, questions }: MinutesDetail): FileChild[] {
  return [
    ...items(topics.map((topic) => topic.title)),
    ...(questions.length > 0 ? [...body('待协商问题：'), ...items(questions)] : []),
  ];
}

function consensus({ consensus, conclusion }: MinutesDetail): FileChild[] {
  return consensus.length > 0 ? items(consensus) : body(`本次会议${CONCLUSION_LABELS[conclusion]}。`);
}
