const path = require('node:path');
const components = require('./components.cjs');

/**
 * A Taro plugin (loaded by Taro as it is, hence no TypeScript): weapp components carry `ariaRole` and `ariaLabel`.
 * @param {import('@tarojs/service').IPluginContext} ctx
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(platform.ctx, components);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat();
    },
  });
};
