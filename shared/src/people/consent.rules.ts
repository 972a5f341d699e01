/** What a person agrees to before anything personal is stored. */
export const CONSENT_DOCUMENTS = ['privacy', 'agreement'] as const;
export type ConsentDocument = (typeof CONSENT_DOCUMENTS)[number];

/** The present version of each document; a new version has everyone asked anew. Their texts are in legal/. */
export const CONSENTS: Readonly<Record<ConsentDocument, { title: string; version: string; date: string }>> = {
  privacy: { title: '隐私政策', version: '1.1', date: '2026-12-01' },
  agreement: { title: '用户协议', version: '1.0', date: '2026-06-01' },
};

/** The documents that somebody has not yet agreed to in their present version. */
export function consentsDue(given: readonly { document: string; version: string }[]): ConsentDocument[] {
  return CONSENT_DOCUMENTS.filter(
    (document) => !given.some((one) => one.document === document && one.version === CONSENTS[document].version),
  );
}
