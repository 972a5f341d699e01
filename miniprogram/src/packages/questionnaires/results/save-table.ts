import type { QuestionnaireDetail } from '@consult/shared';
import { getTable } from '@/features/questionnaires/questionnaire.api';
import { toApiError } from '@/services/api-error';
import { saveFile } from '@/services/object-urls';

/** Reading the answer takes off the mark by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Has the browser download every sheet as a row of a table. @returns what went wrong, in words; null when nothing */
export async function saveTable({ id, title }: Pick<QuestionnaireDetail, 'id' | 'title'>): Promise<string | null> {
  try {
    const text = await getTable(id);
    const marked = text.startsWith(BYTE_ORDER_MARK) ? text : `${BYTE_ORDER_MARK}${text}`;
    saveFile(new Blob([marked], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);
    return null;
  } catch (thrown) {
    return toApiError(thrown).message;
  }
}
