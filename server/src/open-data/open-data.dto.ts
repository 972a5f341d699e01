import { OPEN_DATASETS, OPEN_PAGE_MAX, OPEN_YEARS, type OpenDataset, parseOpenFileName } from '@consult/shared';
import { ChoiceField, FormField, LineField, NumberField, RegionField } from '../common/validation/fields.js';

const CURSOR_MAX = 400;

export class OpenDatasetParamDto {
  @ChoiceField(OPEN_DATASETS) dataset: OpenDataset;
}

export class OpenItemParamDto extends OpenDatasetParamDto {
  @LineField({ max: 26 }) code: string;
}

export class OpenFileParamDto {
  @FormField((name) => parseOpenFileName(name) !== null, { example: 'topics-419902-2026.csv' }) name: string;
}

export class OpenRowsQueryDto {
  @RegionField() region: string;
  @NumberField({ ...OPEN_YEARS, optional: true }) year?: number;
  /** The last page's `nextAfter`. */
  @LineField({ max: CURSOR_MAX, optional: true }) after?: string;
  @NumberField({ min: 1, max: OPEN_PAGE_MAX, optional: true }) limit: number = OPEN_PAGE_MAX;
}
