import {
  allowedActions,
  holds,
  RESEARCH_EDIT_STATES,
  RESEARCH_WORK_STATES,
  type ResearchDetail,
  researchMachine,
  SESSION_EDIT_STATES,
  type VisitView,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { PeopleRepository } from '../people/people.repository.js';
import { QuestionnaireSummaries } from '../questionnaires/questionnaire-summaries.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { ResearchVisitEntity } from './research.entity.js';
import { ResearchAccess, type ResearchInView } from './research-access.js';
import { ResearchGroup } from './research-group.js';
import { researchSummary } from './research-lists.service.js';
import { ResearchSubjects } from './research-subjects.repository.js';

const VISITS_SHOWN = 50;
/** Whoever may look at it in another capacity than these changes nothing. */
const CARRIERS = ['convener', 'initiator'] as const;

/** Everything about one research that its page shows, as far as this viewer may see it. */
@Injectable()
export class ResearchDetails {
  constructor(
    private readonly access: ResearchAccess,
    private readonly subjects: ResearchSubjects,
    private readonly group: ResearchGroup,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly attachments: AttachmentReader,
    private readonly questionnaires: QuestionnaireSummaries,
    private readonly timeline: Timeline,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<ResearchDetail> {
    const view = await this.access.get(ctx, id);
    const { research, subject, held, handles, inside } = view;
    const region = await this.regions.names();
    const isOut = inside || research.state === 'finished';
    const isSubjectSeen = subject !== null && (inside || subject.isPublic);
    return {
      ...researchSummary(research, region(research.township)),
      subject: isSubjectSeen ? { kind: subject.kind, id: subject.id, title: subject.title } : null,
      summary: isOut ? research.summary : '',
      questions: isOut ? research.questions : [],
      visitCount: research.visits,
      questionnaires: await this.questionnaires.ofResearch(ctx, view),
      inside: inside ? await this.inside(ctx, view) : null,
      actions: allowedActions(researchMachine, research.state, held),
      timeline: await this.timeline.ofItem(ctx, 'research', id, handles),
    };
  }

  private async inside(ctx: RequestContext, { research, held }: ResearchInView): Promise<ResearchDetail['inside']> {
    const { id, state, leadId, situation, data, demands, policy } = research;
    const memberIds = (await this.group.idsOf(ctx, id)).filter((personId) => personId !== leadId);
    const visits = await ctx.db.find(ResearchVisitEntity, {
      where: { researchId: id },
      order: { visitedAt: 'DESC', id: 'DESC' },
      take: VISITS_SHOWN,
    });
    const [name, photos] = await Promise.all([
      this.people.names(ctx.db, [leadId, ...memberIds, ...visits.map(({ personId }) => personId)]),
      this.attachments.of(
        ctx.db,
        'research_visit',
        visits.map((visit) => visit.id),
        true,
      ),
    ]);
    const person = (personId: string) => ({ id: personId, name: name(personId) });
    const isWorkedOn = RESEARCH_WORK_STATES.includes(state);
    const mayCarry = research.questions.length > 0 && CARRIERS.some((capacity) => held.has(capacity));
    const canVisit = isWorkedOn && holds('research.visit', held);
    const visitView = (visit: ResearchVisitEntity): VisitView => ({
      id: visit.id,
      visitedAt: visit.visitedAt,
      place: visit.place,
      who: visit.who,
      found: visit.found,
      by: person(visit.personId),
      photos: photos.get(visit.id) ?? [],
      canRemove: canVisit && (visit.personId === ctx.actor?.id || holds('research.edit', held)),
    });
    return {
      lead: person(leadId),
      members: memberIds.map(person),
      findings: { situation, data, demands, policy },
      visits: visits.map(visitView),
      reportDueAt: research.reportDueAt,
      revision: research.revision,
      canEdit: RESEARCH_EDIT_STATES.includes(state) && holds('research.edit', held),
      canWrite: isWorkedOn && holds('research.write', held),
      canVisit,
      canAsk: RESEARCH_EDIT_STATES.includes(state) && holds('questionnaire.write', held),
      carryTo: mayCarry ? await this.subjects.openSessions(ctx.db, research, SESSION_EDIT_STATES) : [],
    };
  }
}
