import {
  hasMeetingNumber,
  holds,
  noticeDaysFor,
  rolesIn,
  SESSION_FORMAT_LABELS,
  SESSION_FORMATS,
  SESSION_LIMITS,
  type SessionEdit,
} from '@consult/shared';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { EditorPage } from '@/components/EditorPage';
import { NumberField } from '@/components/NumberField';
import { PlaceField } from '@/components/PlaceField';
import { Section } from '@/components/Section';
import { TextField } from '@/components/TextField';
import { TextListField } from '@/components/TextListField';
import { getRegionSettings } from '@/features/regions/region.api';
import { MeetingFields } from '@/features/sessions/MeetingFields';
import { PersonField } from '@/features/sessions/PersonField';
import { useAsync } from '@/hooks/useAsync';
import { type EditorProps, useEditor } from '@/hooks/useEditor';
import { useSession } from '@/services/session';
import { ClashNotice } from './ClashNotice';
import { ProgrammeField } from './ProgrammeField';
import { inputOf, lengthInMinutes, problemsOf, type SessionForm } from './session-form';
import { TopicsField } from './TopicsField';

interface Props extends EditorProps<SessionForm, SessionEdit> {
  /** The session that is being changed; null for a new one. */
  id: string | null;
  /** Township code. */
  township: string;
}

const TWO_HOURS = 2 * 60 * 60 * 1000;

/** The form of a session: what, when, where, with whom. */
export function SessionEditor({ pageTitle, draft, initial, id: changing, township, save, onSaved }: Props) {
  const editor = useEditor({
    keepAs: `session-form:${draft}`,
    initial,
    problemsOf: (filled) => problemsOf(filled, Date.now()),
    bodyOf: (filled) => ({ ...inputOf(filled), revision: filled.revision }),
    save,
    onSaved,
  });
  const { value: form, update } = editor.draft;
  const { errors } = editor;
  const { grants } = useSession();
  const settings = useAsync(() => getRegionSettings(township), [township]);
  const now = Date.now();
  // A member settles a small thing with neighbours; only a convener calls the other kinds.
  const formats = holds('plan.write', rolesIn(grants, township)) ? SESSION_FORMATS : (['micro'] as const);

  return (
    <EditorPage title={pageTitle} editor={editor}>
      <Card>
        <ChoiceField
          label="协商形式"
          required
          choices={formats.map((value) => ({ value, label: SESSION_FORMAT_LABELS[value] }))}
          value={[form.format]}
          error={errors.format}
          onChange={([format]) => format && update({ format })}
        />
        <TopicsField
          township={township}
          format={form.format}
          value={form.topics}
          error={errors.topicIds}
          onChange={(topics) => update({ topics })}
        />
        <TextField
          label="名称"
          required
          max={SESSION_LIMITS.titleMax}
          value={form.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        <DateTimeField
          label="开始时间"
          hint={settings.data ? `至少提前 ${noticeDaysFor(form.format, settings.data.thresholds)} 天通知` : undefined}
          required
          mode="datetime"
          min={now}
          value={form.startsAt}
          error={errors.startsAt}
          onChange={(startsAt) => update({ startsAt, endsAt: endAfter(form, startsAt) })}
        />
        <DateTimeField
          label="结束时间"
          required
          mode="datetime"
          min={form.startsAt ?? now}
          value={form.endsAt}
          error={errors.endsAt}
          onChange={(endsAt) => update({ endsAt })}
        />
        <PlaceField
          label="地点"
          required
          max={SESSION_LIMITS.placeMax}
          place={form.place}
          location={form.location}
          error={errors.place}
          placeholder="如：社区二楼议事室"
          onChange={update}
        />
        {hasMeetingNumber(form.format) && (
          <MeetingFields
            field={(name) => ({
              value: form[name],
              error: errors[name],
              onChange: (number) => update({ [name]: number }),
            })}
          />
        )}
        <NumberField
          label="席位"
          required
          unit="人"
          min={SESSION_LIMITS.seatsMin}
          max={SESSION_LIMITS.seatsMax}
          value={form.seats}
          error={errors.seats}
          onChange={(seats) => update({ seats })}
        />
      </Card>
      <Section title="商量什么">
        <Card>
          <TextListField
            label="要商量的问题"
            hint="小切口，一到三个"
            required
            itemName="问题"
            max={SESSION_LIMITS.questionsMax}
            itemMax={SESSION_LIMITS.questionMax}
            value={form.questions}
            error={errors.questions}
            onChange={(questions) => update({ questions })}
          />
          <ProgrammeField
            label="议程"
            required
            value={form.programme}
            minutes={lengthInMinutes(form)}
            error={errors.programme}
            onChange={(programme) => update({ programme })}
          />
        </Card>
      </Section>
      <Section title="由谁负责">
        <Card>
          <PersonField
            label="主持人"
            required
            region={township}
            value={form.chair}
            error={errors.chairId}
            onChange={(chair) => update({ chair })}
          />
          <PersonField
            label="记录人"
            hint="会后由他填写会议纪要"
            required
            region={township}
            value={form.recorder}
            error={errors.recorderId}
            onChange={(recorder) => update({ recorder })}
          />
          <PersonField
            label="核签人"
            hint="会议纪要发布前，由他们逐一签字"
            required
            multiple
            region={township}
            value={form.signatories}
            error={errors.signatoryIds}
            onChange={(signatories) => update({ signatories })}
          />
        </Card>
      </Section>
      <ClashNotice form={form} township={township} id={changing} />
    </EditorPage>
  );
}

/** Sessions usually take two hours; a chosen end that still fits stays. */
function endAfter({ endsAt }: SessionForm, startsAt: number): number {
  return endsAt !== null && endsAt > startsAt ? endsAt : startsAt + TWO_HOURS;
}
