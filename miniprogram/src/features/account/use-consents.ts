import { CONSENT_DOCUMENTS, type ConsentDocument, type ConsentView } from '@consult/shared';
import { type Async, useAsync } from '@/hooks/useAsync';
import { listConsents } from './account.api';

export interface Standing {
  document: ConsentDocument;
  /** What was agreed to last, withdrawn or not; null when nothing ever was. */
  last: ConsentView | null;
}

/** How it stands with each document that people agree to. */
export function useConsents(): Async<Standing[]> {
  return useAsync(async () => {
    const { items } = await listConsents(null);
    return CONSENT_DOCUMENTS.map((document) => ({
      document,
      last: items.find((consent) => consent.document === document) ?? null,
    }));
  }, []);
}
