import {
  besideMinutes,
  CONCLUSION_LABELS,
  fullDate,
  fullMoment,
  type MinutesDetail,
  type OutcomeDetail,
  SESSION_FORMAT_LABELS,
  SHOW_OF_HANDS_TEXT,
  sayBesideMinutes,
  sayRecipients,
} from '@consult/shared';
import type { FileChild } from 'docx';
import type { Letterhead } from './minutes-paper.js';
import { type Paper, paper } from './paper.js';
import { blank, body, colophon, redHead, signed, title } from './paragraphs.js';
import { agreedTasks, dissent, handShows, items, numbered, opinions } from './record-sections.js';
import { verificationBlock } from './verification-block.js';

/** 协商成果报告 as a .docx; `minutes` are those that it rests on. */
export async function outcomePaper(
  outcome: OutcomeDetail,
  minutes: MinutesDetail,
  { issuer, verifyAddress }: Letterhead,
): Promise<Paper> {
  const name = `关于“${outcome.title}”的协商成果报告`;
  const children: FileChild[] = [
    ...(issuer === null ? [] : redHead(`${issuer}协商成果报告`, outcome.documentNumber ?? minutes.number)),
    ...title(name),
    ...body(outcome.summary),
    ...numbered([
      { title: '议题', content: items(outcome.topics.map((topic) => topic.title)) },
      { title: '协商过程', content: course(minutes) },
      { title: SHOW_OF_HANDS_TEXT, content: handShows(outcome.handShows) },
      { title: '网络议政', content: opinions(outcome.opinions) },
      {
        title: '共识',
        content:
          outcome.consensus.length > 0
            ? items(outcome.consensus)
            : body(`本次协商${CONCLUSION_LABELS[outcome.conclusion]}。`),
      },
      { title: '意见建议', content: items(outcome.suggestions) },
      { title: '分歧和保留意见', content: dissent(outcome.dissent, outcome.noDissent) },
      { title: '承办事项', content: [...agreedTasks(outcome.agreedTasks), ...changedTasks(outcome)] },
    ]),
    blank(),
    // What is signed stands on a page with text.
    ...body(`附件：《${minutes.sessionTitle}会议纪要》（编号 ${minutes.number}，第 ${minutes.version} 版）`, true),
    ...correction(outcome),
    blank(true),
    signed(outcome.townshipName),
    ...(outcome.publishedAt === null ? [signed('（起草中，未发布）')] : [signed(fullDate(outcome.publishedAt))]),
    ...(minutes.seal === null
      ? []
      : await verificationBlock(minutes.version, minutes.seal, verifyAddress(minutes.seal.code))),
  ];
  return paper(name, [...children, ...imprint(outcome, issuer)]);
}

/** 版记: whom it was sent to, who had it printed and when; only where somebody is named. */
function imprint({ recipients, townshipName, publishedAt }: OutcomeDetail, issuer: string | null): FileChild[] {
  if (recipients.length === 0) return [];
  const printed = publishedAt === null ? '（未发布）' : `${fullDate(publishedAt)}印发`;
  return [blank(), ...colophon(`抄送：${sayRecipients(recipients)}`, issuer ?? townshipName, printed)];
}

/** What is not as the minutes have it, in the paper as on the page. */
function changedTasks({ agreedTasks, minutesTasks }: OutcomeDetail): FileChild[] {
  if (minutesTasks === null) return [];
  const { tasks, left } = besideMinutes(agreedTasks, minutesTasks);
  const changed = tasks.flatMap((one, index) => {
    const words = sayBesideMinutes(one, fullDate);
    return words === null ? [] : body(`第${index + 1}项：${words}。`);
  });
  const names = left.map(({ what }) => `“${what}”`).join('、');
  return names === '' ? changed : [...changed, ...body(`纪要里商定了，成果里没有列：${names}。`)];
}

function correction({ minutesCorrected: later }: OutcomeDetail): FileChild[] {
  return later === null
    ? []
    : body(`说明：上述会议纪要已于${fullDate(later.publishedAt)}更正为第 ${later.version} 版。`, true);
}

function course({ heldAt, place, format, chair, counts, questions }: MinutesDetail): FileChild[] {
  const present = counts.reduce((sum, count) => sum + count.present, 0);
  return [
    ...body(
      `${fullMoment(heldAt)}，在${place}以${SESSION_FORMAT_LABELS[format]}形式开展协商，由${chair}主持，${present} 人到会。`,
    ),
    ...(questions.length > 0 ? [...body('协商的问题：'), ...items(questions)] : []),
  ];
}
