/** What somebody is told whose role was given or taken (授予、解除身份). */
const ROLE_MESSAGES = {
  grant: {
    title: '您有了新的身份',
    body: (role: string) => `您现在是${role}。等您办的事在“待办”里。有疑问请联系管理员。`,
  },
  take: {
    title: '您的身份有变动',
    body: (role: string) => `您不再是${role}。原来的待办由其他同身份的人接着办。有疑问请联系管理员。`,
  },
} as const;

/**
 * The message about a role that was given or taken.
 * @param roleLabel as 召集人
 * @param place the department's name, or the region's
 */
export function roleMessage(
  action: keyof typeof ROLE_MESSAGES,
  roleLabel: string,
  place: string,
): { title: string; body: string } {
  const { title, body } = ROLE_MESSAGES[action];
  return { title, body: body(`${roleLabel}（${place}）`) };
}
