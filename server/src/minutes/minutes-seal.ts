import { createHash } from 'node:crypto';
import { MINUTES_CODE_DIGITS, type MinutesSeal } from '@consult/shared';
import canonicalize from 'canonicalize';
import type { MinutesEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { contentOf } from './minutes-text.js';

/** Named in what is digested, so that another form of it later cannot be taken for this one. */
const FORM = 'minutes/1';

/**
 * All that a published version says, with who signed it when, in canonical JSON (RFC 8785): the same text for the same
 * minutes on every machine.
 */
export function sealedText(
  minutes: MinutesEntity,
  signatures: readonly MinutesSignatureEntity[],
  previousDigest: string | null,
): string {
  const { id, sessionId, number, version, sessionTitle, format, heldAt, place, chairName, recorderName } = minutes;
  const { counts, programme, questions, handShows, opinions, publishedAt, township } = minutes;
  return (
    canonicalize({
      form: FORM,
      previous: previousDigest,
      ...{ id, sessionId, number, version, sessionTitle, township, format, heldAt, place, chairName, recorderName },
      ...{ counts, programme, questions, handShows: handShows ?? [], opinions: opinions ?? [], publishedAt },
      ...contentOf(minutes),
      noDissent: Boolean(minutes.noDissent),
      signatures: minutes.signatoryIds.map((personId) => ({
        personId,
        signedAt: signatures.find((signature) => signature.personId === personId)?.signedAt ?? null,
      })),
    }) ?? ''
  );
}

/** The seal of a version: its digest also covers the digest of the version before, so that none can be put between. */
export function sealOf(
  minutes: MinutesEntity,
  signatures: readonly MinutesSignatureEntity[],
  previousDigest: string | null,
): MinutesSeal {
  const digest = createHash('sha256')
    .update(sealedText(minutes, signatures, previousDigest), 'utf8')
    .digest('hex');
  return { digest, previousDigest, code: digest.slice(0, MINUTES_CODE_DIGITS) };
}

/** Whether a published version still says what it said when it was published. */
export function isGenuine(minutes: MinutesEntity, signatures: readonly MinutesSignatureEntity[]): boolean {
  const seal = sealOf(minutes, signatures, minutes.previousDigest);
  return seal.digest === minutes.digest && seal.code === minutes.verifyCode;
}

/** The seal as it is kept; null before publication, and of minutes from before there were any. */
export function keptSeal({ digest, previousDigest, verifyCode }: MinutesEntity): MinutesSeal | null {
  return digest === null || verifyCode === null ? null : { digest, previousDigest, code: verifyCode };
}
