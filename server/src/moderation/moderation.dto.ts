import {
  BLOCKED_WORD_LIMITS,
  type BlockedWords,
  type CheckQuery,
  PUBLIC_KINDS,
  type PublicKind,
  REPORT_CATEGORIES,
  REPORT_NOTE_MAX,
  type ReportCategory,
  type ReportInput,
  type ReportQuery,
} from '@consult/shared';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { ChoiceField, FlagField, IdField, LinesField, RegionField, TextField } from '../common/validation/fields.js';

export class CheckParamDto {
  @IdField() checkId: string;
}

export class ItemParamDto {
  @ChoiceField(PUBLIC_KINDS) kind: PublicKind;
  @IdField() itemId: string;
}

export class ReportParamDto {
  @IdField() reportId: string;
}

export class CheckQueryDto extends PageQueryDto implements CheckQuery {
  @RegionField() region: string;
  @ChoiceField(['in_review', 'refused', 'taken_down']) state: CheckQuery['state'];
}

export class CountQueryDto {
  @RegionField() region: string;
}

export class ReportInputDto implements ReportInput {
  @ChoiceField(PUBLIC_KINDS) kind: PublicKind;
  @IdField() itemId: string;
  @ChoiceField(REPORT_CATEGORIES) category: ReportCategory;
  @TextField({ max: REPORT_NOTE_MAX, optional: true }) note?: string;
}

export class ReportQueryDto extends PageQueryDto implements ReportQuery {
  @RegionField() region: string;
  @FlagField() open: boolean;
}

export class WordsQueryDto {
  @RegionField('county') county: string;
}

export class BlockedWordsDto extends WordsQueryDto implements BlockedWords {
  @LinesField({
    max: BLOCKED_WORD_LIMITS.words,
    eachMin: BLOCKED_WORD_LIMITS.wordMin,
    each: BLOCKED_WORD_LIMITS.wordMax,
  })
  words: string[];
}
