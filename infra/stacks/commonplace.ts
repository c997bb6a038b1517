import type { App } from 'aws-cdk-lib';
import { ApiStack } from './api.ts';
import { DataStack } from './data.ts';
import { MonitoringStack } from './monitoring.ts';
import type { Settings } from './settings.ts';
import { WebStack } from './web.ts';

/** All stacks of one deployment. */
export function commonplace(app: App, settings: Settings) {
  const data = new DataStack(app, settings);
  const api = new ApiStack(app, settings, data);
  const web = new WebStack(app, settings, data, api);
  const monitoring = new MonitoringStack(app, settings, data, api);
  return { data, api, web, monitoring };
}
