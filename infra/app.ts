import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { commonplace } from './stacks/commonplace.ts';
import { readSettings } from './stacks/settings.ts';

/** What `cdk` runs. The functions are bundled before (npm run build). */
const app = new App();
const settings = readSettings(app.node);
commonplace(app, settings);
Tags.of(app).add('application', 'commonplace');
Tags.of(app).add('stage', settings.stage);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
