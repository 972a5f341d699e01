import {
  fullDate,
  type LedgerEntry,
  plainPath,
  REPLY_CLASS_LABELS,
  sayHeldUp,
  sayStanding,
  shownProgress,
  slippedDays,
  stateLabel,
  type TaskDetail,
  truncate,
} from '@consult/shared';
import type { OutcomeSides } from '../outcomes/open-outcomes.js';
import { type Html, html, paragraphs } from './html.js';
import type { PlainPage } from './layout.js';
import { code, date, firstPicture, openInApp, photos, ratings, sidesOf, term, timeline, topicLinks } from './pieces.js';
import { lookBacksOf, pairs, visitsOf } from './promise-proof.js';

/** Whether a promise was kept in time, in words. */
function stands(entry: LedgerEntry): Html {
  const { light, state, lateDays, lateWorkingDays } = entry;
  const owed = light !== 'done' && `（${stateLabel('task', state)}）`;
  const late = lateDays > 0 && html`<span class="late">，迟了 ${lateDays} 天（${lateWorkingDays} 个工作日）</span>`;
  return html`${sayStanding(entry)}${owed}${late}`;
}

/** By when it was promised, and how far that date has moved since. */
function dates(entry: LedgerEntry): Html {
  const slipped = slippedDays(entry);
  return html`${term('作出承诺', date(entry.promisedAt))}
${term('最初承诺办好', date(entry.firstDueAt))}
${slipped > 0 && term('现在的期限', html`${date(entry.dueAt)}，<span class="late">比最初延后 ${slipped} 天</span>`)}`;
}

const progressOf = (entry: LedgerEntry): string | null => {
  const percent = shownProgress(entry);
  return percent === null ? null : `${percent}%`;
};

/** A promise in the page of its topic. */
export const promiseLine = (entry: LedgerEntry): Html => html`<article>
<h3><a href="${plainPath('promise', entry.code)}">${entry.what}</a></h3>
<dl>
${term('牵头单位', entry.leadDepartment)}
${dates(entry)}
${term('办了没有', stands(entry))}
${term('进度', progressOf(entry))}
${entry.replyClass && term('答复', html`${REPLY_CLASS_LABELS[entry.replyClass]}${entry.repliedAt !== null && html`，${date(entry.repliedAt)}`}`)}
</dl>
${entry.hasPhotos && html`<p class="screen"><a href="${plainPath('promise', entry.code)}">看办理情况的照片：${entry.what}</a></p>`}
</article>`;

/** A promise: who made it about what, by when, whether it was done, and what those concerned say of it. */
export function promisePage(
  entry: LedgerEntry,
  task: TaskDetail,
  outcome: OutcomeSides | undefined,
  { now, minimumRatings }: { now: number; minimumRatings: number },
): PlainPage {
  const { what, leadDepartment, townshipName } = entry;
  const { reply, reports, parts, reviewAt, photoPairs } = task;
  return {
    title: what,
    description: truncate(
      `${leadDepartment}承诺 ${fullDate(entry.dueAt)}前办好，${sayStanding(entry)}。${townshipName}承诺台账。`,
      120,
    ),
    path: plainPath('promise', entry.code),
    picture: firstPicture(
      reply?.photos,
      photoPairs.flatMap(({ after }) => after ?? []),
      ...reports.map((one) => one.photos),
    ),
    body: html`<h1>${what}</h1>
<p class="soft">承诺编号 ${code(entry.code)}，<a href="${plainPath('region', entry.township)}">${townshipName}</a></p>
<p class="fate">现在的情况：${stands(entry)}</p>
<h2>承诺</h2>
<dl>
${term('牵头单位', leadDepartment)}
${term('协办单位', task.coDepartments.join('、'))}
${dates(entry)}
${term('进度', progressOf(entry))}
${term('资金', task.funds)}
${term('正在等', sayHeldUp(task.waitsFor))}
</dl>
<h2>为了什么事</h2>
${topicLinks(task.topics)}
${
  parts.length > 0 &&
  html`<h2>分成哪几件事</h2><ul class="list">${parts.map(
    (part) =>
      html`<li>${part.what}：${part.leadDepartment}，${date(part.dueAt)}前，${stateLabel('task', part.state)}，进度 ${part.progress}%</li>`,
  )}</ul>`
}
${
  reports.length > 0 &&
  html`<h2>进展</h2>${reports.map(
    ({ at, text, photos: pictures }) =>
      html`<h3>${date(at)}</h3>${paragraphs(text)}${photos(pictures, `${fullDate(at)}的进展`)}`,
  )}`
}
<h2>答复</h2>
${
  reply === null
    ? html`<p>还没有答复。</p>`
    : html`<p><strong>${REPLY_CLASS_LABELS[reply.replyClass]}</strong>，${date(reply.at)}</p>
${paragraphs(reply.text)}${reply.reason !== null && html`<p>原因：${reply.reason}</p>`}${
  reviewAt !== null && html`<p><strong>${date(reviewAt)}再复核</strong>，不会就此放下。</p>`
}${photos(reply.photos, '办理结果')}`
}
${pairs(photoPairs)}
${visitsOf(task.visits)}
<h2>群众评议</h2>
${ratings(task, now, minimumRatings)}
${task.comments.length > 0 && html`<ul class="list">${task.comments.map((comment) => html`<li>${comment}</li>`)}</ul>`}
${lookBacksOf(task.lookBacks)}
${outcome && html`<h2>协商时的共识和保留意见</h2><h3>${outcome.title}</h3>${sidesOf(outcome)}`}
${timeline(task.timeline)}
${openInApp(`/packages/tasks/detail/index?id=${entry.id}`, '在网页版或小程序里打开，有关人员可以评议')}`,
  };
}
