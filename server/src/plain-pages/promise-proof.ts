import {
  actorLabel,
  fullDate,
  type LookBackView,
  lookBackLabel,
  lookBackText,
  type PhotoPairView,
  type TaskVisitView,
  VISIT_FINDING_LABELS,
} from '@consult/shared';
import { type Html, html, paragraphs } from './html.js';
import { date, photos } from './pieces.js';

/** How it looked before and after. */
export function pairs(all: readonly PhotoPairView[]): Html | null {
  if (all.length === 0) return null;
  const side = (photo: PhotoPairView['before'], of: string, word: string) =>
    photo === null ? html`<p>${word}：还没有照片</p>` : html`<p>${word}：</p>${photos([photo], `${of}，${word}`)}`;
  const each = all.map(
    ({ label, before, after }) =>
      html`<h3>${label}</h3><div class="sides"><div>${side(before, label, '整改前')}</div><div>${side(after, label, '整改后')}</div></div>`,
  );
  return html`<h2>整改前后</h2>${each}`;
}

/** Who went to see it and what they saw, without names. */
export function visitsOf(visits: readonly TaskVisitView[]): Html | null {
  if (visits.length === 0) return null;
  const each = visits.map(
    ({ visitedAt, finding, as, text, photos: pictures, isEarlier }) =>
      html`<h3>${date(visitedAt)}，${actorLabel('task', as)}看到：${VISIT_FINDING_LABELS[finding]}${isEarlier && '（上一次答复时）'}</h3>
${text === null ? html`<p>写的话检查后显示。</p>` : paragraphs(text)}${photos(pictures, `${fullDate(visitedAt)}到现场看到的情况`)}`,
  );
  return html`<h2>现场查看</h2>${each}`;
}

/** Whether it still held some time later, as those say whom it concerns. */
export function lookBacksOf(lookBacks: readonly LookBackView[]): Html | null {
  if (lookBacks.length === 0) return null;
  const each = lookBacks.map(
    ({ nth, askedAt, reasons, reply, reopenedAt, ...answers }) => html`<h3>${lookBackLabel(nth)}，${date(askedAt)}</h3>
<p>${lookBackText(answers)}${reopenedAt !== null && html`<strong>有问题，重新办理。</strong>`}</p>
${reasons.map(({ reason, photos: pictures }) => html`${paragraphs(reason)}${photos(pictures, '说不好用的人拍的')}`)}
${reply && html`<p>召集人答复，${date(reply.at)}：</p>${paragraphs(reply.text)}`}`,
  );
  return html`<h2>回头看</h2>${each}`;
}
