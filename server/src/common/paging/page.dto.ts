import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '@consult/shared';
import { LineField, NumberField } from '../validation/fields.js';

/** Every list: `after` is the last page's `nextAfter`. */
export class PageQueryDto {
  @LineField({ max: 64, optional: true }) after?: string;
  @NumberField({ min: 1, max: PAGE_LIMIT_MAX, optional: true }) limit: number = PAGE_LIMIT_DEFAULT;
}
