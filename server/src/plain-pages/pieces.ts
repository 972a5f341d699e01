import {
  type AttachmentView,
  chinaDate,
  EVALUATION_QUESTION_LABELS,
  EVALUATION_QUESTIONS,
  fullDate,
  isEvaluating,
  NO_CONSENSUS_TEXT,
  NO_DISSENT_TEXT,
  plainPath,
  RATING_LABELS,
  RATINGS,
  sayPublicCode,
  type TaskDetail,
  type TimelineEntry,
} from '@consult/shared';
import type { OutcomeSides } from '../outcomes/open-outcomes.js';
import { type Html, html } from './html.js';
import type { SharedPicture } from './layout.js';

/** A date in full, for machines too. */
export const date = (at: number): Html => html`<time datetime="${chinaDate(at)}">${fullDate(at)}</time>`;

/** A code as people say it. */
export const code = (text: string): Html => html`<strong>${sayPublicCode(text)}</strong>`;

/** A term with what is said of it; nothing where there is nothing to say. */
export const term = (name: string, value: Html | string | null): Html | null =>
  value === null || value === '' ? null : html`<dt>${name}</dt><dd>${value}</dd>`;

/** What happened, oldest first. */
export function timeline(entries: readonly TimelineEntry[]): Html | null {
  if (entries.length === 0) return null;
  const rows = entries.map(
    ({ at, label, by, reason }) =>
      html`<li>${date(at)}<div>${label}（${by}）${reason && html`<br>${reason}`}</div></li>`,
  );
  return html`<h2>时间线</h2>
<ol class="timeline">${rows}</ol>`;
}

/** Photos, each named by what it is a photo of. */
export function photos(views: readonly AttachmentView[], of: string): Html | null {
  if (views.length === 0) return null;
  const items = views.map(
    ({ url, thumbUrl }, i) =>
      html`<li><a href="${url}"><img src="${thumbUrl}" alt="${of}，照片 ${i + 1}" width="144" height="144" loading="lazy"></a></li>`,
  );
  return html`<ul class="photos">${items}</ul>`;
}

/** What was agreed and what was not; a side that is empty says so. */
export function sidesOf({ title, conclusion, consensus, dissent, noDissent }: OutcomeSides): Html {
  const side = (name: string, items: readonly string[], none: string) =>
    html`<h4>${name}</h4>${
      items.length === 0
        ? html`<p>${none}</p>`
        : html`<ol class="list">${items.map((item) => html`<li>${item}</li>`)}</ol>`
    }`;
  return html`<section aria-label="${title}的共识和保留意见">
${conclusion === 'none' && html`<p><strong>${NO_CONSENSUS_TEXT}</strong></p>`}
${side('共识', consensus, '没有达成共识')}
${side('保留意见（不同意见）', dissent, noDissent ? NO_DISSENT_TEXT : '没有写明有无保留意见')}
</section>`;
}

/** The first photo of these, for whoever is sent the link. */
export function firstPicture(...lists: readonly (readonly AttachmentView[] | undefined)[]): SharedPicture | null {
  const [first] = lists.flatMap((list) => list ?? []);
  return first === undefined ? null : { path: first.url, width: first.width, height: first.height };
}

/** How it was rated, by the three questions; while answers are taken or too few, no more than how many there are. */
export function ratings({ evaluations: [latest], ...task }: TaskDetail, now: number, minimum: number): Html {
  if (latest === undefined) return html`<p>还没有评议。</p>`;
  const { tally, answers } = latest;
  if (isEvaluating(task, now)) return html`<p>正在评议，已有 ${answers} 人评议，结束后公布结果。</p>`;
  if (tally === null) return html`<p>评议人数不足 ${minimum} 人，不公布结果。</p>`;
  const rows = EVALUATION_QUESTIONS.map(
    (question) =>
      html`<tr><th scope="row">${EVALUATION_QUESTION_LABELS[question]}</th>${RATINGS.map(
        (rating) => html`<td>${tally.all[question][rating]} 人</td>`,
      )}</tr>`,
  );
  return html`<table><thead><tr><th scope="col">评什么</th>${RATINGS.map(
    (rating) => html`<th scope="col">${RATING_LABELS[rating]}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** Links to topics, each by its name. */
export const topicLinks = (topics: readonly { code: string; title: string }[]): Html =>
  html`<ul class="list">${topics.map(({ code: of, title }) => html`<li><a href="${plainPath('topic', of)}">${title}</a></li>`)}</ul>`;

/** Where to go on in the app. */
export const openInApp = (path: string, words: string): Html =>
  html`<p class="screen"><a href="${path}">${words}</a></p>`;
