import { CONSENT_DOCUMENTS } from '@consult/shared';
import { LEGAL_DOCUMENTS } from '@consult/shared/legal';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import './index.scss';

/** The text of a document that people agree to; `?name=`. */
export default function DocumentPage() {
  const { name } = useRouter().params;
  const { title, version, date, sections } =
    LEGAL_DOCUMENTS[CONSENT_DOCUMENTS.find((document) => document === name) ?? 'privacy'];
  return (
    <Page title={title}>
      <Text className="document__version">
        {version} 版，{date} 起施行
      </Text>
      {sections.map(({ heading, paragraphs }) => (
        <Section key={heading} title={heading}>
          <Card>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} className="document__paragraph">
                {paragraph}
              </Text>
            ))}
          </Card>
        </Section>
      ))}
    </Page>
  );
}
