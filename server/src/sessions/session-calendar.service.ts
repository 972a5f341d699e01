import { cleanLine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SessionAccess } from './session-access.js';

/** A session as an entry for anybody's calendar: what everyone may know of it, and nothing else. */
@Injectable()
export class SessionCalendar {
  constructor(
    private readonly access: SessionAccess,
    private readonly regions: RegionDirectory,
  ) {}

  /** The text of an .ics file. @throws ITEM.NOT_FOUND */
  async fileOf(ctx: RequestContext, id: string): Promise<string> {
    const { session } = await this.access.get(ctx, id);
    const region = await this.regions.names();
    const calendar = ical({ prodId: '//consult//sessions//CN', method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `session-${id}`,
      // Raised with each change, so that a calendar takes the newer one.
      sequence: session.revision,
      start: new Date(session.startsAt),
      end: new Date(session.endsAt),
      stamp: new Date(session.movedAt),
      summary: cleanLine(session.title),
      location: cleanLine(`${region(session.township)} ${session.place}`),
      description: session.questions.map((question, i) => `${i + 1}. ${cleanLine(question)}`).join('\n'),
      status: ['cancelled', 'postponed'].includes(session.state)
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
    });
    return calendar.toString();
  }
}
