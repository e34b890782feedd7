import { z } from 'zod';
import type { DriverOption } from '../../core/ports/device_workshop.ts';

/** As much of JSON Schema as the settings of drivers use. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

type Form = Pick<DriverOption, 'type' | 'choices' | 'min' | 'max'>;

/** The options of a driver as a form shows them, taken from its own schema: objects are taken apart into dotted paths. */
export function driverOptions(settings: z.ZodType): DriverOption[] {
  const schema = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Schema;
  return optionsOf(schema, '', undefined);
}

function optionsOf(schema: Schema, path: string, usual: unknown): DriverOption[] {
  if (schema.type === 'object' && schema.properties !== undefined) {
    return Object.entries(schema.properties).flatMap(([name, part]) => {
      const inherited = valueAt(usual, name);
      return optionsOf(part, path === '' ? name : `${path}.${name}`, part.default ?? inherited);
    });
  }
  return [{ path, ...formOf(schema), default: JSON.stringify(usual ?? null) }];
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

const NO_LIMITS = { choices: [], min: null, max: null };

function formOf(schema: Schema): Form {
  const fixed = choicesOf(schema);
  if (fixed !== null) return { ...NO_LIMITS, type: 'choice', choices: fixed };
  if (schema.type === 'boolean') return { ...NO_LIMITS, type: 'switch' };
  if (schema.type === 'integer' || schema.type === 'number') return number(schema);
  if (schema.type === 'string') return { ...NO_LIMITS, type: 'text' };
  const isByte = schema.items?.type === 'integer' && schema.items.minimum === 0 && schema.items.maximum === 255;
  if (schema.type === 'array' && isByte) return { ...NO_LIMITS, type: 'bytes' };
  return { ...NO_LIMITS, type: 'json' };
}

function number({ minimum, maximum }: Schema): Form {
  // Zod says the bounds of safe integers where a schema has none.
  const bound = (limit: number | undefined): number | null =>
    limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? null : limit;
  return { type: 'number', choices: [], min: bound(minimum), max: bound(maximum) };
}

/** The values to choose from, as JSON text where they are no words; null where there is no fixed list. */
function choicesOf(schema: Schema): string[] | null {
  const parts = schema.anyOf ?? schema.oneOf ?? [];
  const values =
    schema.enum ??
    (parts.length > 0 && parts.every((part) => 'const' in part) ? parts.map((part) => part.const) : null);
  return values?.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))) ?? null;
}
