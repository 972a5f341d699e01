import { readPhotoStore } from './photo-store.config.js';

const S3 = {
  PHOTO_STORE: 's3',
  S3_ENDPOINT: 'https://cos.ap-guangzhou.myqcloud.com/',
  S3_BUCKET: 'photos-1250000000',
  S3_REGION: 'ap-guangzhou',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
};

describe('where photos are kept', () => {
  it('is the data directory unless something else is said', () => {
    expect(readPhotoStore({})).toEqual({ kind: 'disk' });
  });

  it('is a bucket named by its service, with the bucket in the host name unless the path is asked for', () => {
    expect(readPhotoStore(S3)).toMatchObject({ endpoint: 'https://cos.ap-guangzhou.myqcloud.com', pathStyle: false });
    expect(readPhotoStore({ ...S3, S3_PATH_STYLE: 'true' })).toMatchObject({ pathStyle: true });
  });

  it.each(Object.keys(S3).filter((name) => name !== 'PHOTO_STORE'))('needs %s for a bucket', (name) => {
    expect(() => readPhotoStore({ ...S3, [name]: '' })).toThrow(`${name} is missing`);
  });

  it.each([
    [{ PHOTO_STORE: 'cloud' }, /PHOTO_STORE must be disk or s3/],
    [{ ...S3, S3_ENDPOINT: 'cos.myqcloud.com' }, /S3_ENDPOINT must be an origin/],
    [{ ...S3, S3_ENDPOINT: 'https://cos.myqcloud.com/photos' }, /S3_ENDPOINT must be an origin/],
    [{ ...S3, S3_PATH_STYLE: 'yes' }, /S3_PATH_STYLE must be true or false/],
  ])('names the setting that is wrong in %j', (env, message) => {
    expect(() => readPhotoStore(env)).toThrow(message);
  });
});
