import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { FirstLoadReport } from './first-load-report';

const isWeapp = process.env.TARO_ENV === 'weapp';

/** Where the API is. The browser asks its own origin; a mini program has none, so it is built in. */
const apiOrigin = isWeapp ? (process.env.TARO_APP_API_BASE ?? 'http://localhost:3000') : '';

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
  defineConstants: { API_ORIGIN: JSON.stringify(apiOrigin) },
  // Styles outrank NutUI's by specificity, so their order between chunks does not matter.
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
