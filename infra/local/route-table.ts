import { AppError } from '#shared/app-error.ts';
import type { Operation } from '#shared/operation.ts';
import { type Route, routesOf } from '#shared/tokens/rules.ts';

type Segments = Route & { segments: string[] };
export type Match = Route & { pathParameters: Record<string, string> | undefined };

const isVariable = (segment: string) => segment.startsWith('{');

/**
 * The contract's routes, matched as API Gateway matches them: a variable stands for one whole segment,
 * and the route with the earlier fixed segment wins.
 */
export function routeTable(operations: readonly Operation[]): (method: string, path: string) => Match {
  const routes: Segments[] = routesOf(operations)
    .map((route) => ({ ...route, segments: route.path.split('/') }))
    .sort((a, b) => rank(a).localeCompare(rank(b)));

  return (method, path) => {
    const segments = path.split('/');
    const fitting = routes.filter((route) => fits(route.segments, segments));
    const route = fitting.find(({ operation }) => operation.method === method);
    if (!route) {
      if (fitting.length === 0) throw new AppError('route_not_found');
      const allow = [...new Set(fitting.map(({ operation }) => operation.method))];
      throw new AppError('method_not_allowed', `This address takes ${allow.join(', ')}`);
    }
    const { operation, path: template, byToken } = route;
    return { operation, path: template, byToken, pathParameters: parameters(route.segments, segments) };
  };
}

/** Fixed segments sort before variables, from the left. */
function rank({ segments }: Segments): string {
  return segments.map((segment) => (isVariable(segment) ? '1' : '0')).join('');
}

function fits(template: string[], segments: string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((segment, i) => (isVariable(segment) ? segments[i] !== '' : segment === segments[i]))
  );
}

function parameters(template: string[], segments: string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  template.forEach((segment, i) => {
    if (isVariable(segment)) found[segment.slice(1, -1)] = decode(segments[i] ?? '');
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AppError('invalid_input', 'The address is not valid percent-encoded UTF-8');
  }
}
