import { refreshMe } from '@/services/identity';
import { remedyBy } from '@/services/obligations';
import { requirePhone } from '@/services/phone-number';
import { requireSettled } from './require-settled';

/** What was agreed to may be known here from before a document changed. */
async function requireConsent(): Promise<boolean> {
  await refreshMe().catch(() => undefined);
  return requireSettled();
}

/** Says how what the server asks of a person first is made good; once, at the app's start. */
export function offerRemedies(): void {
  remedyBy({ 'CONSENT.REQUIRED': requireConsent, 'PHONE.REQUIRED': requirePhone });
}
