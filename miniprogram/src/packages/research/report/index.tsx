import { FINDING_LABELS, FINDINGS, RESEARCH_LIMITS, type ResearchDetail, type ResearchReport } from '@consult/shared';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { EditorPage } from '@/components/EditorPage';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { TextArea } from '@/components/TextArea';
import { filledLines, TextListField } from '@/components/TextListField';
import { SignedIn } from '@/features/identity/SignedIn';
import { getResearch, writeReport } from '@/features/research/research.api';
import { useAsync } from '@/hooks/useAsync';
import { useEditor } from '@/hooks/useEditor';
import { goBack } from '@/services/navigation';
import { useSession } from '@/services/session';

const TITLE = '调研报告';
const HINTS = {
  situation: '人数、现状、以前做过什么',
  data: '走访几户、问卷几份、统计表上的数字',
  demands: '居民、商户、物业各要什么，分开写',
  policy: '哪个部门的哪条规定',
} as const;

/** Writes the report of a research, `?id=`. */
export default function ResearchReportPage() {
  const { id = '' } = useRouter().params;
  const { me } = useSession();
  const { data: research, error, reload } = useAsync(() => getResearch(id), [id, me?.id]);
  if (research?.inside?.canWrite) return <ReportEditor research={research} inside={research.inside} />;
  return (
    <Page title={TITLE}>
      <SignedIn>
        {research && <StateBlock kind="forbidden" title="现在不能修改这份报告" />}
        {!research && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
      </SignedIn>
    </Page>
  );
}

interface Props {
  research: ResearchDetail;
  inside: NonNullable<ResearchDetail['inside']>;
}

function ReportEditor({ research, inside }: Props) {
  const { id, summary, questions } = research;
  const start: ResearchReport = {
    ...inside.findings,
    summary,
    questions: questions.length > 0 ? questions : [''],
    revision: inside.revision,
  };
  const editor = useEditor({
    keepAs: `research-report:${id}`,
    initial: start,
    problemsOf: () => ({}),
    bodyOf: (filled) => ({ ...filled, questions: filledLines(filled.questions) }),
    save: (body: ResearchReport, key) => writeReport(id, body, key),
    onSaved: goBack,
  });
  const { value: form, update } = editor.draft;
  const { errors } = editor;
  return (
    <EditorPage title={TITLE} editor={editor}>
      <Section title="给工作人员看的">
        <Card>
          {FINDINGS.map((finding) => (
            <TextArea
              key={finding}
              label={FINDING_LABELS[finding]}
              hint={HINTS[finding]}
              required={finding === 'situation' || finding === 'demands'}
              max={RESEARCH_LIMITS.findingMax}
              value={form[finding]}
              error={errors[finding]}
              onChange={(text) => update({ [finding]: text })}
            />
          ))}
        </Card>
      </Section>
      <Section title="所有人都能看的">
        <Card>
          <Text className="field__hint">交报告、召集人审看以后才公开。不要写姓名、电话和住址。</Text>
          <TextArea
            label="公开摘要"
            required
            max={RESEARCH_LIMITS.summaryMax}
            value={form.summary}
            error={errors.summary}
            onChange={(text) => update({ summary: text })}
          />
          <TextListField
            label="要商量的问题"
            hint="小切口，最多三个；以后可以一键带入协商"
            required
            itemName="问题"
            max={RESEARCH_LIMITS.questionsMax}
            itemMax={RESEARCH_LIMITS.questionMax}
            value={form.questions}
            error={errors.questions}
            onChange={(lines) => update({ questions: lines })}
          />
        </Card>
      </Section>
    </EditorPage>
  );
}
