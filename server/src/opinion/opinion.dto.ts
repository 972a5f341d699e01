import {
  type NextQuery,
  OPINION_LIMITS,
  OPINION_VOTES,
  type OpinionStatementInput,
  type OpinionVote,
  type OpinionVoteInput,
  type RoundEdit,
  type RoundInput,
  type RoundQuery,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import {
  ChoiceField,
  FormField,
  IdField,
  LineField,
  LinesField,
  MomentField,
  RegionField,
  RevisionField,
  TextField,
} from '../common/validation/fields.js';

const L = OPINION_LIMITS;
const LISTED = ['open', 'closed'] as const;

class RoundFieldsDto {
  @LineField({ min: L.titleMin, max: L.titleMax }) title: string;
  @TextField({ min: L.introMin, max: L.introMax }) intro: string;
  @MomentField() opensAt: number;
  @MomentField() closesAt: number;
  @LinesField({ min: L.seedsMin, max: L.seedsMax, eachMin: L.statementMin, each: L.statementMax }) seeds: string[];
}

export class RoundInputDto extends RoundFieldsDto implements RoundInput {
  @IdField({ optional: true }) topicId?: string;
  @IdField({ optional: true }) sessionId?: string;
}

export class RoundEditDto extends RoundFieldsDto implements RoundEdit {
  @RevisionField() revision: number;
}

export class RoundQueryDto extends PageQueryDto implements RoundQuery {
  @RegionField(undefined, { optional: true }) region?: string;
  @ChoiceField(LISTED, { optional: true }) state?: (typeof LISTED)[number];
  @IdField({ optional: true }) topicId?: string;
  @IdField({ optional: true }) sessionId?: string;
}

const ID = '[0-9A-HJKMNP-TV-Z]{26}';
const IDS = new RegExp(`^${ID}(,${ID}){0,${L.exceptMax - 1}}$`);

export class NextQueryDto implements NextQuery {
  @FormField((text) => IDS.test(text), { example: '01ARZ3NDEKTSV4RRFFQ69G5FAV', optional: true }) except?: string;
}

export class OpinionVoteDto implements OpinionVoteInput {
  @IdField() statementId: string;
  @ChoiceField(OPINION_VOTES) vote: OpinionVote;
}

export class OpinionStatementDto implements OpinionStatementInput {
  @LineField({ min: L.statementMin, max: L.statementMax }) text: string;
}
