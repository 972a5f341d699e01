import {
  fateLine,
  isFateFinal,
  type LedgerEntry,
  plainPath,
  STEP_STATE_LABELS,
  sayPublicCode,
  stepStates,
  TOPIC_SOURCE_LABELS,
  TOPIC_STEP_LABELS,
  TOPIC_STEPS,
  type TopicDetail,
  topicProgress,
  truncate,
} from '@consult/shared';
import type { OpenOutcome } from '../outcomes/open-outcomes.js';
import { html, paragraphs } from './html.js';
import type { PlainPage } from './layout.js';
import { code, date, firstPicture, openInApp, photos, sidesOf, term, timeline, topicLinks } from './pieces.js';
import { promiseLine } from './promise-page.js';

/** Why nobody has promised anything, as far as the topic has come. */
function noPromise({ fate }: TopicDetail, outcomes: readonly OpenOutcome[]): string {
  if (outcomes.some(({ agreedTasks }) => agreedTasks.length > 0))
    return '协商成果已经公布，约定要办的事还没有交办给单位；交办后，这里会写明谁承诺了什么。';
  if (outcomes.length > 0) return '协商成果已经公布，没有约定要办的事，所以没有承诺。';
  return fate !== null && isFateFinal(fate) ? '没有作出承诺。' : '还没有作出承诺。';
}

/** A topic from what was raised to what became of it. It names nobody who raised or co-signed it: search engines read it. */
export function topicPage(
  topic: TopicDetail,
  promises: readonly LedgerEntry[],
  outcomes: readonly OpenOutcome[],
): PlainPage {
  const { title, description, townshipName, communityName, category, mergedInto, mergedHere, fate } = topic;
  const said = fate === null ? '' : fateLine(fate);
  const states = stepStates(topicProgress(topic.state, topic.heldFrom));
  return {
    title,
    description: truncate(`${townshipName}议题，${said}。${description.replace(/\s+/g, ' ')}`, 120),
    path: plainPath('topic', topic.code),
    picture: firstPicture(topic.photos),
    body: html`<h1>${title}</h1>
<p class="soft">议题编号 ${code(topic.code)}，<a href="${plainPath('region', topic.township)}">${townshipName}</a></p>
<p class="fate">${said}</p>
${
  mergedInto &&
  html`<p>本议题已并入 <a href="${plainPath('topic', mergedInto.code)}">${mergedInto.title}（编号 ${sayPublicCode(mergedInto.code)}）</a>，后续进展请看那里。</p>`
}
<h2>走到了哪一步</h2>
<ol class="steps">${TOPIC_STEPS.map((step, i) => {
      const state = states[i] ?? 'waiting';
      return html`<li class="${state}"><strong>${TOPIC_STEP_LABELS[step]}</strong> ${STEP_STATE_LABELS[state]}</li>`;
    })}</ol>
<h2>反映的事</h2>
${paragraphs(description)}
<dl>
${term('提出日期', date(topic.createdAt))}
${term('来源', TOPIC_SOURCE_LABELS[topic.source])}
${term('类别', category)}
${term('村（社区）', communityName)}
${term('具体地点', topic.place)}
${term('涉及人群', topic.affected)}
${term('已尝试的途径', topic.tried)}
${term('建议', topic.suggestion)}
${term('附议', `${topic.cosigns} 人`)}
</dl>
${photos(topic.photos, title)}
${mergedHere.length > 0 && html`<h2>并入本议题的议题</h2>${topicLinks(mergedHere)}`}
<h2>谁承诺了什么</h2>
${promises.length === 0 ? html`<p>${noPromise(topic, outcomes)}</p>` : promises.map(promiseLine)}
${
  topic.sessions.length > 0 &&
  html`<h2>协商会</h2><ul class="list">${topic.sessions.map(
    (session) => html`<li>${date(session.startsAt)}：${session.title}，${session.place}</li>`,
  )}</ul>`
}
${
  outcomes.length > 0 &&
  html`<h2>协商成果</h2>${outcomes.map(
    (outcome) => html`<h3>${outcome.title}</h3>${paragraphs(outcome.summary)}${sidesOf(outcome)}`,
  )}`
}
${timeline(topic.timeline)}
${openInApp(`/packages/topics/detail/index?id=${topic.id}`, '在网页版或小程序里打开，可以附议、评议和看照片')}`,
  };
}
