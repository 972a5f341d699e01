import type { INestApplicationContext } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { newId } from '../../src/common/ids.js';
import { Database } from '../../src/database/database.js';
import { FeedbackEntity } from '../../src/feedback/feedback.entity.js';
import { LiveEntryEntity } from '../../src/live/live.entity.js';
import { MinutesEntity } from '../../src/minutes/minutes.entity.js';
import { MinutesPrefill } from '../../src/minutes/minutes-prefill.js';
import { ModerationEventEntity, ReportEntity } from '../../src/moderation/moderation.entity.js';
import { PhoneRevealEntity } from '../../src/people/personal.entity.js';
import { ListedNames } from '../../src/sessions/listed-names.js';
import { ParticipantEntity, SessionEntity } from '../../src/sessions/session.entity.js';
import { PLACE } from './topics.js';

/** Sealed as the product does, with the marker inside: whoever opens one and shows it is found. */
export const SEALED_MARKERS = ['participants.guest_name', 'participants.guest_unit', 'participants.recommended_by'];
const GUEST = { name: '«participants.guest_name»', unit: '«participants.guest_unit»' };
const RECOMMENDED_BY = '«participants.recommended_by»';

/**
 * Puts into the database what only its writer and those who answer may read: a letter, a report, the names of guests, and the reasons that
 * staff gave for what they decided and for looking at a number. Past the server, which would remember what it read.
 */
export async function writeConfidential(app: INestApplicationContext, now: number): Promise<void> {
  const database = app.get(Database);
  const [person]: { id: string }[] = await database.read.query('SELECT id FROM people ORDER BY id LIMIT 1');
  const [topic]: { id: string }[] = await database.read.query(
    'SELECT id FROM topics WHERE is_public = 1 ORDER BY id DESC LIMIT 1',
  );
  const [personId, topicId] = [person?.id ?? '', topic?.id ?? ''];
  const township = PLACE.townshipCode;
  const at = { county: township.slice(0, 6), township };
  const reason = '核实过，地方没有写错';
  await database.write(async (db) => {
    await db.insert(FeedbackEntity, {
      ...at,
      id: newId(now),
      kind: 'complaint',
      state: 'answered',
      isOpen: false,
      personId,
      text: '窗口的人态度不好，请查一查。',
      contact: '王阿姨，晚上在家',
      answer: '已经查过，窗口当面道歉。',
      dueAt: now,
      createdAt: now,
      answeredAt: now,
    });
    const reportId = newId(now);
    await db.insert(ReportEntity, {
      ...at,
      id: reportId,
      kind: 'topic',
      itemId: topicId,
      pageKind: 'topic',
      pageId: topicId,
      title: '一件议题',
      reporterId: personId,
      category: 'false',
      note: '说的地方不对，是隔壁院。',
      state: 'dismissed',
      reply: reason,
      createdAt: now,
      decidedAt: now,
    });
    await db.insert(ModerationEventEntity, {
      id: newId(now),
      subject: 'report',
      subjectId: reportId,
      action: 'dismiss',
      fromState: 'open',
      toState: 'dismissed',
      actorId: personId,
      capacity: 'convener',
      reason,
      data: null,
      at: now,
    });
    await db.insert(PhoneRevealEntity, {
      id: newId(now),
      personId,
      topicId: null,
      viewerId: personId,
      capacity: 'convener',
      departmentId: null,
      county: at.county,
      reason: '回访提出人，核对门牌号',
      at: now,
    });
  });
  await writeGuests(app, now);
}

/** A guest at every announced session, who had the floor in each before its minutes were begun. */
async function writeGuests(app: INestApplicationContext, now: number): Promise<void> {
  const [names, prefill] = [app.get(ListedNames), app.get(MinutesPrefill)];
  await app.get(Database).write(async (db) => {
    const sessions = await db.find(SessionEntity, { where: { announcedAt: Not(IsNull()) }, order: { id: 'ASC' } });
    for (const session of sessions) {
      const id = newId(now);
      await db.insert(ParticipantEntity, {
        ...names.seal(id, { ...GUEST, recommendedBy: RECOMMENDED_BY }, session),
        id,
        sessionId: session.id,
        personId: null,
        category: 'expert',
        origin: 'recommended',
        seating: 'seated',
        present: true,
        createdAt: now,
      });
      const minutes = await db.findOneBy(MinutesEntity, { sessionId: session.id });
      if (minutes === null) continue;
      const [last]: { seq: number | null }[] = await db.query(
        'SELECT MAX(seq) AS seq FROM live_entries WHERE session_id = ?',
        [session.id],
      );
      await db.insert(LiveEntryEntity, {
        sessionId: session.id,
        seq: Number(last?.seq ?? 0) + 1,
        at: now,
        kind: 'floor',
        actorId: session.chairId,
        personId: null,
        body: { who: { participantId: id, name: null, category: 'expert' }, seconds: 60 },
      });
      const begun = await prefill.of({ requestId: id, actor: null, db, now }, session);
      const spoken = begun.points.filter(({ text }) => text === '');
      await db.update(MinutesEntity, { sessionId: session.id }, { points: [...minutes.points, ...spoken] });
    }
  });
}
