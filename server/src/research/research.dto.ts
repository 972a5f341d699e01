import {
  RESEARCH_LIMITS,
  RESEARCH_METHODS,
  type ResearchCarry,
  type ResearchEdit,
  type ResearchInput,
  type ResearchMethod,
  type ResearchPlan,
  type ResearchQuery,
  type ResearchReport,
  type VisitInput,
} from '@consult/shared';
import { IdParamDto } from '../common/validation/common.dto.js';
import {
  ChoicesField,
  IdField,
  IdsField,
  LineField,
  LinesField,
  MomentField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = RESEARCH_LIMITS;
/** A part of the report that is still being written may be empty. */
const PartField = (max: number) => TextField({ min: 0, max });

export class ResearchPlanDto implements ResearchPlan {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @ChoicesField(RESEARCH_METHODS, { min: 1 }) methods: ResearchMethod[];
  @IdField() leadId: string;
  @IdsField({ max: L.membersMax }) memberIds: string[];
  @MomentField() dueAt: number;
}

export class ResearchInputDto extends ResearchPlanDto implements ResearchInput {
  @IdField({ optional: true }) topicId?: string;
  @IdField({ optional: true }) sessionId?: string;
}

export class ResearchEditDto extends ResearchPlanDto implements ResearchEdit {
  @RevisionField() revision: number;
}

export class ResearchReportDto implements ResearchReport {
  @PartField(L.findingMax) situation: string;
  @PartField(L.findingMax) data: string;
  @PartField(L.findingMax) demands: string;
  @PartField(L.findingMax) policy: string;
  @PartField(L.summaryMax) summary: string;
  @LinesField({ max: L.questionsMax, each: L.questionMax }) questions: string[];
  @RevisionField() revision: number;
}

export class VisitInputDto implements VisitInput {
  @MomentField() visitedAt: number;
  @LineField({ max: L.placeMax }) place: string;
  @LineField({ max: L.whoMax }) who: string;
  @TextField({ max: L.foundMax }) found: string;
  @IdsField({ max: L.photosMax }) photos: string[];
}

export class ResearchCarryDto implements ResearchCarry {
  @IdField() sessionId: string;
}

export class ResearchQueryDto implements ResearchQuery {
  @IdField({ optional: true }) topicId?: string;
  @IdField({ optional: true }) sessionId?: string;
}

export class VisitParamDto extends IdParamDto {
  @IdField() visitId: string;
}
