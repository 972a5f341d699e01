/**
 * POST /attachments (multipart, field `file`). The three are paths under the API's origin that open the photo without
 * a token, for two to four hours; a list shows `thumbUrl`, a view `screenUrl`, and `url` is the largest there is.
 */
export interface AttachmentView {
  id: string;
  width: number;
  height: number;
  url: string;
  screenUrl: string;
  thumbUrl: string;
}
