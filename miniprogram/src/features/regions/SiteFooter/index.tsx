import { CONSENT_DOCUMENTS, CONSENTS } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { FEEDBACK_PAGES } from '@/features/feedback/feedback.pages';
import { openPage } from '@/services/navigation';
import './index.scss';

/** The foot of the first pages: what people agree to, where to complain, and the filing number (备案号). */
export function SiteFooter({ filingNumber }: { filingNumber: string }) {
  const links = [
    ...CONSENT_DOCUMENTS.map((name) => ({
      label: CONSENTS[name].title,
      onTap: () => void openPage(ACCOUNT_PAGES.document, { name }),
    })),
    { label: '投诉建议', onTap: () => void openPage(FEEDBACK_PAGES.mine) },
  ];
  return (
    <View className="site-footer">
      <View className="site-footer__links">
        {links.map(({ label, onTap }) => (
          <Tappable key={label} role="link" className="site-footer__link" onTap={onTap}>
            <Text>{label}</Text>
          </Tappable>
        ))}
      </View>
      {filingNumber !== '' && <Text className="site-footer__number">{filingNumber}</Text>}
    </View>
  );
}
