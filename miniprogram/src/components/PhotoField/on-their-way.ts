/** The photos of a field that are not up yet, for the form around it. */
export interface PhotosOnTheirWay {
  uploading: boolean;
  /** How many could not be uploaded. */
  failed: number;
  /** Uploads those again. */
  retry(): void;
  /** Does without those. */
  drop(): void;
}

const nothing = () => undefined;
export const NO_PHOTOS_ON_THEIR_WAY: PhotosOnTheirWay = { uploading: false, failed: 0, retry: nothing, drop: nothing };

/** What keeps a form with such photos from being sent, by field. */
export function photoProblems({ uploading, failed }: PhotosOnTheirWay): { photos?: string } {
  if (failed > 0) return { photos: `有 ${failed} 张照片没有传上去，请点“重试”，或点叉去掉` };
  return uploading ? { photos: '照片还在上传，请稍等' } : {};
}
