import { isDialIn, SESSION_LIMITS } from '@consult/shared';
import { TextField } from '@/components/TextField';

interface Props {
  /** The props of each of the two fields. */
  field(name: 'meetingNumber' | 'dialIn'): { value: string; error: string | undefined; onChange(value: string): void };
}

/** What is wrong with a number to dial in by; null also where there is none. */
export const dialInProblem = (dialIn: string): string | null =>
  dialIn.trim() === '' || isDialIn(dialIn.trim()) ? null : '请写电话号码，如 010-8888 1234';

/** How people who are elsewhere join a session: only where hasMeetingNumber says so. */
export function MeetingFields({ field }: Props) {
  return (
    <>
      <TextField
        label="会议号"
        hint="只有参会人和工作人员看得到"
        max={SESSION_LIMITS.meetingNumberMax}
        {...field('meetingNumber')}
      />
      <TextField
        label="接入电话"
        hint="给没有装会议软件的人；会议号可以写在后面，如 010-88881234,,318204567#"
        max={SESSION_LIMITS.dialInMax}
        {...field('dialIn')}
      />
    </>
  );
}
