/** POST /attachments (multipart, field `file`) */
export interface AttachmentView {
  id: string;
  width: number;
  height: number;
  /** Path under the API's origin; `thumb` is at most 480 px wide. */
  url: string;
  thumbUrl: string;
}
