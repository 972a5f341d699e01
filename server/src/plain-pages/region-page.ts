import {
  type LedgerCounts,
  type LedgerEntry,
  plainPath,
  type Region,
  sayLedger,
  sayStanding,
  stateLabel,
  type TopicSummary,
} from '@consult/shared';
import { type Html, html } from './html.js';
import type { PlainPage } from './layout.js';
import { date, openInApp } from './pieces.js';

/** A way to a page by the code on a paper, a card or a poster. */
const byCode = html`<h2>按编号查找</h2>
<form action="/t" method="get"><label for="code">议题或承诺的编号（8 位，印在纸上、卡片上）</label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" required maxlength="20"><button>查看</button></form>`;

const regionList = (regions: readonly Region[]): Html =>
  html`<ul class="list">${regions.map(({ code, name }) => html`<li><a href="${plainPath('region', code)}">${name}</a></li>`)}</ul>`;

/** Where everything public begins: the counties and their townships. */
export function startPage(counties: readonly { county: Region; townships: readonly Region[] }[]): PlainPage {
  return {
    title: '公开的议题和承诺',
    description: '各乡镇（街道）群众反映的议题、协商的结果、作出的承诺和办理情况，不用注册就能看。',
    path: '/t',
    body: html`<h1>公开的议题和承诺</h1>
<p>选一个地方，看那里群众反映了什么、协商了什么、承诺了什么、办得怎么样。</p>
${counties.map(
  ({ county, townships }) =>
    html`<h2><a href="${plainPath('region', county.code)}">${county.name}</a></h2>${regionList(townships)}`,
)}
${byCode}`,
  };
}

/** What was promised in a region, as its ledger begins. */
export interface RegionPromises {
  readonly counts: LedgerCounts;
  /** Latest first. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * A county with its townships, or a township with its topics, latest first; the first page also with what was promised.
 * @param promises null on a page further down
 */
export function regionPage(
  region: Region,
  below: readonly Region[],
  topics: readonly TopicSummary[],
  promises: RegionPromises | null,
  { after, nextAfter }: { after: string | undefined; nextAfter: string | null },
): PlainPage {
  const path = plainPath('region', region.code);
  const rows = topics.map(
    ({ code, title, state, createdAt }) =>
      html`<li><a href="${plainPath('topic', code)}">${title}</a>（${stateLabel('topic', state)}，${date(createdAt)}提出）</li>`,
  );
  return {
    title: `${region.name}公开的议题和承诺`,
    description: `${region.name}群众反映的议题、作出的承诺和办理情况，不用注册就能看。`,
    path: after === undefined ? path : `${path}?after=${after}`,
    body: html`<h1>${region.name}公开的议题和承诺</h1>
${below.length > 0 && regionList(below)}
${promises !== null && promises.counts.made > 0 && promisesOf(region, promises)}
${below.length === 0 && html`<h2>议题</h2>`}
${below.length === 0 && topics.length === 0 && html`<p>这里还没有公开的议题。</p>`}
${topics.length > 0 && html`<ul class="list">${rows}</ul>`}
${nextAfter !== null && html`<p><a href="${path}?after=${nextAfter}">更早的议题</a></p>`}
${byCode}`,
  };
}

function promisesOf({ code: region }: Region, { counts, entries }: RegionPromises): Html {
  const rows = entries.map(
    (entry) =>
      html`<li><a href="${plainPath('promise', entry.code)}">${entry.what}</a>（${entry.leadDepartment}，${date(entry.dueAt)}前，${sayStanding(entry)}${entry.lateDays > 0 && `，超期 ${entry.lateDays} 天`}）</li>`,
  );
  return html`<h2>承诺</h2>
<p>${sayLedger(counts)}。</p>
<ul class="list">${rows}</ul>
${openInApp(`/packages/ledger/list/index?region=${region}`, '在网页版里看全部承诺（承诺台账）')}`;
}

/** The same for what is unknown and for what is not public. */
export const missingPage: PlainPage = {
  title: '没有找到',
  description: '没有这个页面，或者内容没有公开。',
  path: null,
  body: html`<h1>没有找到</h1>
<p>没有这个编号，或者它的内容没有公开。请核对编号：8 位，没有字母 I、L、O、U。</p>
${byCode}
<p><a href="/t">看全部公开的议题</a></p>`,
};
