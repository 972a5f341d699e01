/** What stands before an opinion on a shortlisted topic (公开征求意见), so that whoever answers knows what it is about. */
export function aboutTopic(title: string): string {
  return `对拟定议题“${title}”的意见：`;
}
