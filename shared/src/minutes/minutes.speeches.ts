import type { LivePoint, LiveRecord, LiveSpeaker, LiveTurn } from '../live/live.contract.js';
import { type ProgrammeItem, programmeRows } from '../sessions/session.programme.js';
import { PARTICIPANT_CATEGORY_LABELS } from '../sessions/session.rules.js';
import { truncate } from '../text/text.js';
import type { SpeechPoint } from './minutes.content.js';
import { MINUTES_LIMITS } from './minutes.rules.js';

/** Somebody who said something at one item: in writing, at the floor, or both. */
interface Said {
  readonly who: LiveSpeaker;
  readonly itemId: string | null;
  /** Empty: nobody wrote down what. */
  readonly text: string;
  readonly at: number;
  /** At the floor; null: not there. */
  readonly ms: number | null;
}

/**
 * Who spoke, item by item in the order in which they did: with the points that the recorder took, and without words, for
 * the recorder to write them, where somebody only had the floor. Each is there once an item, however often they
 * had it. Who wants no name is there by what they are, and so is a guest: the minutes are public for good, and nobody
 * could take the name out again. The recorder writes it where the guest agrees.
 */
export function speechesOf(
  { points, turns }: Pick<LiveRecord, 'points' | 'turns'>,
  programme: readonly ProgrammeItem[],
): SpeechPoint[] {
  const heard = turnsByItem(turns);
  const written = points
    .filter(({ isTask }) => !isTask)
    .map((point) => saidOf(point, heard))
    // The time of a turn stands once, with the first of several points.
    .map((said, i, all) => (all.findIndex((other) => isOf(other, said)) < i ? { ...said, ms: null } : said));
  const unwritten = [...heard.values()].filter((turn) => !written.some((said) => isOf(said, turn)));
  const items = programmeRows(programme).map(({ item }) => item.id);
  const placeOf = ({ itemId }: Said) => (itemId === null ? -1 : items.indexOf(itemId));
  // Where there are more than minutes hold, what was written stays.
  return [...written, ...unwritten]
    .slice(0, MINUTES_LIMITS.itemsMax)
    .sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at)
    .map((said) => ({
      speaker: truncate(speakerOf(said.who), MINUTES_LIMITS.speakerMax),
      text: said.text,
      ...(placeOf(said) >= 0 && { item: placeOf(said) }),
      ...(said.ms !== null && { seconds: Math.min(Math.round(said.ms / 1000), MINUTES_LIMITS.secondsMax) }),
    }));
}

const speakerOf = ({ guest, name, category }: LiveSpeaker): string =>
  (guest ? null : name) ?? PARTICIPANT_CATEGORY_LABELS[category];

const isOf = (one: Pick<Said, 'who' | 'itemId'>, other: Pick<Said, 'who' | 'itemId'>): boolean =>
  one.who.participantId === other.who.participantId && one.itemId === other.itemId;

/** Everybody once an item, from their first turn on, with the time of all of them. */
function turnsByItem(turns: readonly LiveTurn[]): Map<string, Said> {
  const heard = new Map<string, Said>();
  for (const { who, itemId, since, until } of turns) {
    const key = JSON.stringify([who.participantId, itemId]);
    const before = heard.get(key);
    const ms = (before?.ms ?? 0) + Math.max(0, (until ?? since) - since);
    heard.set(key, { who, itemId, text: '', at: before?.at ?? since, ms });
  }
  return heard;
}

/** A written point; it takes over the turn of whoever wrote it, at its item or, where it has none, at any. */
function saidOf({ who, itemId, text, at }: LivePoint, heard: ReadonlyMap<string, Said>): Said {
  const turns = [...heard.values()].filter((turn) => turn.who.participantId === who.participantId);
  const turn = turns.find((one) => one.itemId === itemId) ?? (itemId === null ? turns[0] : undefined);
  return { who, itemId: turn?.itemId ?? itemId, text, at: turn?.at ?? at, ms: turn?.ms ?? null };
}

/** Speeches that stand under one heading, in their order. */
export interface SpeechGroup {
  /** The item with its number; null: they have none. */
  title: string | null;
  speeches: { index: number; speech: SpeechPoint }[];
}

/** Speeches as they are shown, under the items at which they were said; those without one stand by themselves. */
export function speechGroups(speeches: readonly SpeechPoint[], programme: readonly string[]): SpeechGroup[] {
  const groups: SpeechGroup[] = [];
  speeches.forEach((speech, index) => {
    const title = itemTitle(programme, speech.item);
    const last = groups[groups.length - 1];
    if (last?.title === title) last.speeches.push({ index, speech });
    else groups.push({ title, speeches: [{ index, speech }] });
  });
  return groups.map((group, i) => (group.title === null && i > 0 ? { ...group, title: OTHER_SPEECHES } : group));
}

/** What stands over speeches without an item that come after some with one. */
const OTHER_SPEECHES = '其他发言';
/** When an item was, as heldProgramme says it. */
const HELD = /（\d{1,2}:\d{2}–\d{1,2}:\d{2}）$/;

const itemTitle = (programme: readonly string[], item: number | undefined): string | null =>
  item === undefined ? null : (programme[item]?.replace(HELD, '') ?? null);

/** 王芳（发言约 3 分钟）：先装扶手 */
export const speechText = (speech: SpeechPoint): string => `${saySpeaker(speech)}：${speech.text}`;

/** Who spoke, and how long where that was counted: 王芳（发言约 3 分钟） */
export function saySpeaker(speech: SpeechPoint): string {
  const length = saySpeechLength(speech);
  return length === null ? speech.speaker : `${speech.speaker}（${length}）`;
}

/** 发言约 3 分钟, as nobody was held to the second; null where it was not counted. */
export function saySpeechLength({ seconds }: Pick<SpeechPoint, 'seconds'>): string | null {
  if (seconds === undefined) return null;
  return seconds < 60 ? '发言不到 1 分钟' : `发言约 ${Math.round(seconds / 60)} 分钟`;
}

/** Those who had the floor and of whom nobody has written yet what they said. */
export const unwrittenSpeeches = (speeches: readonly SpeechPoint[]): number =>
  speeches.filter(({ speaker, text }) => speaker.trim() !== '' && text.trim() === '').length;
