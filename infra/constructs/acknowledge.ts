import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why a rule of AwsSolutions does not hold for a part, by rule name without its prefix (`COG2`). */
export function acknowledge(part: IConstruct, reasons: Record<string, string>): void {
  for (const [rule, reason] of Object.entries(reasons)) {
    Validations.of(part).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}
