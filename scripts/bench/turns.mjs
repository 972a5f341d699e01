import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/say.mjs';
import { load, median } from './load.mjs';

export const ROUNDS = 3;
/** How long each round asks, and how long before the first one, with a floor beside it or without. */
const SECONDS = { withFloor: 4, alone: 2 };
const WARM_UP_SECONDS = { withFloor: 2, alone: 1 };

/**
 * Asks each endpoint at every size, turn about, so that what slows the machine slows all of them. A list that a small
 * county cannot fill is asked once more for as many rows as it has there.
 * @param {{size: number, cases: import('./subject.mjs').Case[]}[]} subjects the smallest one first
 * @param {boolean} quick one short round
 */
export async function measureAll(subjects, quick) {
  const names = subjects[0].cases.map(({ name }) => name);
  const measured = [];
  for (const [i, name] of names.entries()) {
    const asked = subjects.map(({ size, cases }) => ({ size, ...cases[i] }));
    const found = await step(name, () => turnAbout(asked, quick));
    measured.push(...found);
    const rows = Math.min(...found.map((one) => one.rows ?? 0));
    if (rows === 0 || asked[0].isShort || found.every((one) => one.rows === rows)) continue;
    const evenly = asked.map((one) => ({
      ...one,
      name: `${name}, as many rows`,
      ours: { ...one.ours, url: withLimit(one.ours.url, rows) },
    }));
    measured.push(...(await step(evenly[0].name, () => turnAbout(evenly, quick))));
  }
  return measured;
}

function withLimit(url, rows) {
  const limited = new URL(url);
  limited.searchParams.set('limit', String(rows));
  return limited.href;
}

async function turnAbout(asked, quick) {
  const kind = asked[0].floor ? 'withFloor' : 'alone';
  const seconds = quick ? 1 : SECONDS[kind];
  const sides = asked.flatMap(({ ours, floor }) => [ours, ...(floor ? [floor] : [])]);
  const first = [];
  for (const { ours, isWrite } of asked) first.push(isWrite ? {} : await firstCall(ours));
  const rounds = new Map(sides.map((side) => [side, []]));
  for (const side of sides) await load({ ...side, seconds: quick ? 1 : WARM_UP_SECONDS[kind] });
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    for (const side of sides) rounds.get(side).push(await load({ ...side, seconds }));
  }
  const of = (side, figure) => median(rounds.get(side).map((round) => round[figure]));
  const figures = (side) => ({
    perSecond: Math.round(of(side, 'perSecond')),
    p50: of(side, 'p50'),
    p99: of(side, 'p99'),
  });
  return asked.map(({ name, size, isWrite = false, ours, floor }, i) => {
    const failed = [ours, floor].flatMap((side) => rounds.get(side) ?? []).reduce((sum, one) => sum + one.failed, 0);
    if (failed > 0) throw new Failure(`${failed} requests failed at ${ours.url}.`);
    const shares = floor && rounds.get(ours).map((one, round) => one.perSecond / rounds.get(floor)[round].perSecond);
    return {
      name,
      size,
      isWrite,
      ...first[i],
      ours: figures(ours),
      floor: floor ? figures(floor) : {},
      ratio: shares ? Number(median(shares).toFixed(2)) : null,
    };
  });
}

/** How long the first one waits, ms: nothing is kept from an earlier call. And how many rows it is answered with. */
async function firstCall({ url, asked: [headers] = [{}] }) {
  const began = performance.now();
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Failure(`${url} answers ${response.status}.`, text);
  const first = Number((performance.now() - began).toFixed(1));
  const answer = JSON.parse(text);
  const items = Array.isArray(answer) ? answer : answer.items;
  return { first, ...(Array.isArray(items) && { rows: items.length }) };
}
