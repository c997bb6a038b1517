/** One call of the database, as it was sent and answered. */
export type Call = { target: string; sent: string; status: number; type: string; answer: string };

/** Tells calls apart by what they touch, not by the minute in which they are sent. */
export function keyOf({ target, sent }: Pick<Call, 'target' | 'sent'>): string {
  const asked = JSON.parse(sent) as Record<string, unknown>;
  const { Key, RequestItems, KeyConditionExpression, ExpressionAttributeValues: values } = asked;
  const touched = Key ?? RequestItems ?? (KeyConditionExpression ? values : '');
  // A sort key of digits alone is a moment: a limit counts in the row of the minute or the hour.
  return `${target} ${JSON.stringify(touched).replace(/"sk":\{"S":"\d+"\}/g, '"sk":"now"')}`;
}
