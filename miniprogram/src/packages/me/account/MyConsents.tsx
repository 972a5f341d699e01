import { CONSENTS, type ConsentView, sayDate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { useConfirmSheet } from '@/components/ConfirmSheet/useConfirmSheet';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { giveConsent, withdrawConsent } from '@/features/account/account.api';
import { ACCOUNT_PAGES } from '@/features/account/account.pages';
import { type Standing, useConsents } from '@/features/account/use-consents';
import { useShownAgain } from '@/hooks/useShownAgain';
import { refreshMe } from '@/services/identity';
import { openPage } from '@/services/navigation';
import './index.scss';

/** 1.0 版，6月1日同意 */
function sayStanding(last: ConsentView | null): string {
  if (last === null) return '还没有同意';
  const { version, givenAt, withdrawnAt } = last;
  const now = Date.now();
  return withdrawnAt === null
    ? `${version} 版，${sayDate(givenAt, now)}同意`
    : `${version} 版，${sayDate(withdrawnAt, now)}已撤回`;
}

const stands = ({ document, last }: Standing): boolean =>
  last !== null && last.withdrawnAt === null && last.version === CONSENTS[document].version;

/** Which documents I agreed to; read, withdraw, agree again. */
export function MyConsents() {
  const { data, error, reload } = useConsents();
  const { sheet, ask } = useConfirmSheet();
  useShownAgain(reload);

  const decide = async ({ document, last }: Standing, agrees: boolean) => {
    const { title, version } = CONSENTS[document];
    const decided = await ask({
      title: agrees ? `同意${title}` : `撤回对${title}的同意`,
      text: agrees
        ? `您同意${title} ${version} 版。建议先读一遍全文。`
        : '撤回后仍可浏览，不能再提交内容；撤回前已办的事不受影响。以后可以重新同意。',
      confirmLabel: agrees ? '同意' : '撤回同意',
      danger: !agrees,
      onConfirm: async (_, key) => {
        await (agrees ? giveConsent : withdrawConsent)(document, key);
        await refreshMe();
        return { last };
      },
    });
    if (decided) await reload();
  };

  if (!data) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={1} />;
  return (
    <Card>
      {data.map((standing) => {
        const { title } = CONSENTS[standing.document];
        const agreed = stands(standing);
        const withdraw = `撤回同意${title}`;
        return (
          <View key={standing.document} className="account__consent">
            <Text className="account__title">{title}</Text>
            <Text className="account__fact">{sayStanding(standing.last)}</Text>
            <View className="account__buttons">
              <Button
                kind="secondary"
                text="看全文"
                label={`看${title}全文`}
                onPress={() => openPage(ACCOUNT_PAGES.document, { name: standing.document })}
              />
              <Button
                kind={agreed ? 'text' : 'primary'}
                text={agreed ? '撤回同意' : '同意'}
                label={agreed ? withdraw : `同意${title}`}
                onPress={() => decide(standing, !agreed)}
              />
            </View>
          </View>
        );
      })}
      {sheet}
    </Card>
  );
}
