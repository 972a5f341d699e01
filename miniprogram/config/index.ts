import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { FirstLoadReport } from './first-load-report';

const isWeapp = process.env.TARO_ENV === 'weapp';

/** Where the API is. The browser asks its own origin; a mini program has none, so it is built in. */
const apiOrigin = isWeapp ? (process.env.TARO_APP_API_BASE ?? 'http://localhost:3000') : '';

/** With both set, a mini program reaches the API through 微信云托管; photos still go to `apiOrigin` by https. */
const { CLOUDRUN_ENV: env, CLOUDRUN_SERVICE: service } = process.env;
if (!env !== !service) throw new Error('CLOUDRUN_ENV and CLOUDRUN_SERVICE belong together: set both, or neither');
const cloudrun = isWeapp && env && service ? { env, service } : null;

/** Sizes are plain px on both sides (docs/adr/0005), so no transform to rpx or rem. */
const postcss = { pxtransform: { enable: false, config: {} } };

export default defineConfig<'webpack5'>({
  projectName: 'youshi-haoshangliang',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.resolve(__dirname, 'aria/plugin.cjs')],
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  defineConstants: { API_ORIGIN: JSON.stringify(apiOrigin), CLOUDRUN: JSON.stringify(cloudrun) },
  // Styles outrank NutUI's by specificity, so their order between chunks does not matter.
  // Read by WeChat as it is.
  copy: {
    patterns: isWeapp
      ? [
          { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          // Named only in theme.json, where Taro does not look.
          { from: 'src/assets/share.png', to: 'dist/weapp/assets/share.png' },
          { from: 'src/assets/tabs/', to: 'dist/weapp/assets/tabs/', ignore: ['**/*.svg'] },
        ]
      : [],
    options: {},
  },
  mini: { postcss, miniCssExtractPluginOption: { ignoreOrder: true } },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      chain
        .plugin('first-load-report')
        .use(FirstLoadReport, ['pages/home/index', path.resolve(__dirname, '..', 'dist/h5-first-load.json')]);
      // What several pages share is loaded once, and no page loads what only others share.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 8_000,
        maxAsyncRequests: 16,
        cacheGroups: { default: { minChunks: 2, reuseExistingChunk: true } },
      });
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
  },
});
