import { Text } from '@tarojs/components';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { WechatMessages } from '@/features/messages/WechatMessages';
import { APPEARANCE_LABELS, type Appearance, setAppearance, useAppearance } from '@/services/appearance';

const CHOICES: readonly { value: Appearance; label: string; hint: string }[] = [
  { value: 'standard', label: APPEARANCE_LABELS.standard, hint: '普通字号，内容较全' },
  { value: 'care', label: APPEARANCE_LABELS.care, hint: '大字号、大按钮，只留要紧的内容' },
];

/** How large and how simple everything is drawn. */
export default function SettingsPage() {
  const appearance = useAppearance();
  return (
    <Page title="外观设置">
      <Card>
        <ChoiceField
          label="显示方式"
          required
          choices={CHOICES}
          value={[appearance]}
          onChange={([chosen]) => chosen && setAppearance(chosen)}
        />
      </Card>
      <Section title="看看效果">
        <Card>
          <Text>邻里的事，商量着办。字看得清，话说得明。</Text>
        </Card>
      </Section>
      <WechatMessages />
    </Page>
  );
}
