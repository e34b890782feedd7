import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceSettings, OptionField } from './page.ts';

/** A value as it stands in the settings. */
type Value = DeviceSettings['options'][string];
type Tree = { readonly [key: string]: Value | undefined };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a dotted path of the device's settings; undefined where nothing stands. */
export function valueAt(settings: DeviceSettings, path: string): Value | undefined {
  let value: unknown = settings;
  for (const part of path.split('.')) value = isTree(value) ? value[part] : undefined;
  return value as Value | undefined;
}

function withPart(tree: Tree, [first = '', ...rest]: readonly string[], value: Value | undefined): Tree {
  const next = rest.length === 0 ? value : withPart(isTree(tree[first]) ? tree[first] : {}, rest, value);
  if (next !== undefined && !(isTree(next) && Object.keys(next).length === 0))
    return { ...tree, [first]: next as Value };
  const { [first]: _removed, ...others } = tree;
  return others;
}

/** The settings with another value at the path; undefined takes it away. */
export function withValue(settings: DeviceSettings, path: string, value: Value | undefined): DeviceSettings {
  const changed = withPart(settings as unknown as Tree, path.split('.'), value) as unknown as DeviceSettings;
  return { ...changed, options: changed.options ?? {} };
}

/** The value in force: what is set, or the driver's default. */
export function valueInForce(settings: DeviceSettings | undefined, field: OptionField): Value | undefined {
  const set = settings === undefined ? undefined : valueAt(settings, field.path);
  return set === undefined && field.default !== '' ? (JSON.parse(field.default) as Value) : set;
}

/** How a value stands in its field. */
export function fieldText(field: OptionField, value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (field.type === 'bytes' && Array.isArray(value)) {
    return value
      .map((byte) => Number(byte).toString(16).padStart(2, '0'))
      .join(' ')
      .toUpperCase();
  }
  if (field.type === 'json') return JSON.stringify(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function numberOf(field: OptionField, text: string): Result<Value, 'NOT_A_NUMBER' | 'OUT_OF_RANGE'> {
  const number = Number(text.trim());
  if (text.trim() === '' || !Number.isFinite(number)) return err('NOT_A_NUMBER');
  const tooSmall = field.min !== null && number < field.min;
  const tooLarge = field.max !== null && number > field.max;
  return tooSmall || tooLarge ? err('OUT_OF_RANGE') : ok(number);
}

/** A choice is its own word, or the JSON text of a value that is no word. */
function choiceOf(field: OptionField, text: string): Value {
  if (field.default.startsWith('"')) return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function bytesOf(text: string): Result<Value, 'NOT_BYTES'> {
  const hex = text.replaceAll(/\s/g, '');
  if (!/^([0-9a-fA-F]{2})*$/.test(hex)) return err('NOT_BYTES');
  return ok((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

/** An empty text means that nothing is set, where nothing is usual. */
const isUnset = (field: OptionField, text: string): boolean =>
  text.trim() === '' && (field.default === '' || field.default === 'null');

/** Why a text means no value. */
export type WrongText = 'NOT_A_NUMBER' | 'OUT_OF_RANGE' | 'NOT_JSON' | 'NOT_BYTES';

/** The value that a field's text means; undefined where nothing is to be set. */
export function fieldValue(field: OptionField, text: string): Result<Value | undefined, WrongText> {
  if (isUnset(field, text)) return ok(undefined);
  if (field.type === 'number') return numberOf(field, text);
  if (field.type === 'bytes') return bytesOf(text);
  if (field.type === 'choice') return ok(choiceOf(field, text));
  if (field.type === 'switch') return ok(text === 'true');
  if (field.type === 'json') {
    try {
      return ok(JSON.parse(text) as Value);
    } catch {
      return err('NOT_JSON');
    }
  }
  return ok(text);
}

/** Whether the value in force differs from the one kept. */
export function isChanged(kept: DeviceSettings | undefined, draft: DeviceSettings, field: OptionField): boolean {
  return JSON.stringify(valueInForce(kept, field)) !== JSON.stringify(valueInForce(draft, field));
}

const text = (path: string): OptionField => ({ path, type: 'text', choices: [], min: null, max: null, default: '' });

/** Where the device is found: by its USB identity, or by a path where it has none. */
const PORT = text('path');
export const CONNECTION_FIELDS: Readonly<Record<'serial' | 'hid' | 'pcsc', readonly OptionField[]>> = {
  serial: [PORT, text('usb.vendorId'), text('usb.productId'), text('usb.serialNumber')],
  hid: [text('usb.vendorId'), text('usb.productId'), text('usb.serialNumber'), PORT],
  pcsc: [PORT],
};

/** The driver's options by their place in the device's settings. */
export const optionFields = (options: readonly OptionField[]): readonly OptionField[] =>
  options.map((option) => ({ ...option, path: `options.${option.path}` }));
