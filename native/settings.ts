import { z } from 'zod';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { SettingsFault } from '../core/ports/device_workshop.ts';
import { findDriver } from './driver/catalogue.ts';
import { hasSimulator } from './simulator/catalogue.ts';
import { isTcp, parseTcp } from './transport/tcp_address.ts';

const usbNumber = z
  .string()
  .regex(/^[0-9A-Fa-f]{4}$/, 'four hexadecimal digits')
  .transform((text) => text.toLowerCase());

const device = z
  .strictObject({
    driver: z.string().min(1),
    /** Unique; what screens and `booth devices test NAME` call the device. */
    name: z.string().min(1).max(64),
    /**
     * A port by its path, or `tcp://host:port` behind a device server: for ports that are no USB device. USB ports change
     * their names, so they go by `usb`.
     */
    path: z
      .string()
      .min(1)
      .refine((path) => !isTcp(path) || parseTcp(path).ok, 'tcp://host:port')
      .optional(),
    usb: z
      .strictObject({ vendorId: usbNumber, productId: usbNumber, serialNumber: z.string().min(1).optional() })
      .optional(),
    /** A software device stands in its place, on a wire of its own. */
    simulated: z.boolean().optional(),
    /** Checked by the driver's own schema. */
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(({ path, usb }) => path === undefined || usb === undefined, 'path or usb, not both');

/** The devices of a lane. Without `path` and `usb` a device is found by the USB numbers its driver knows. */
export const deviceSettings = z
  .array(device)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'names must be unique');

export type DeviceSettings = z.infer<typeof deviceSettings>;
export type OneDeviceSettings = DeviceSettings[number];

/** Checks settings including each driver's options; says which device and which option is wrong. */
export function checkDeviceSettings(raw: unknown): Result<DeviceSettings, SettingsFault> {
  const parsed = deviceSettings.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [place, ...path] = issue?.path ?? [];
    return err({ device: nameAt(raw, place), path: path.join('.'), detail: issue?.message ?? 'invalid' });
  }
  for (const one of parsed.data) {
    const fault = faultOf(one);
    if (fault !== null) return err({ device: one.name, ...fault });
  }
  return ok(parsed.data);
}

/** The same; the error is one line for a technician. */
export function parseDeviceSettings(raw: unknown): Result<DeviceSettings, string> {
  const checked = checkDeviceSettings(raw);
  if (checked.ok) return checked;
  const { device, path, detail } = checked.error;
  if (device === null) return err(`devices.${path}: ${detail}`);
  const option = path.replace(/^options\./, '');
  return err(path === 'driver' ? `device ${device}: ${detail}` : `device ${device}: ${option}: ${detail}`);
}

function faultOf({ driver, options, path, simulated }: OneDeviceSettings): Omit<SettingsFault, 'device'> | null {
  const found = findDriver(driver);
  if (found === null) return { path: 'driver', detail: `no driver ${driver}` };
  const read = found.settings.safeParse(options);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { path: ['options', ...(issue?.path ?? [])].join('.'), detail: issue?.message ?? 'invalid' };
  }
  if (path !== undefined && isTcp(path) && found.link !== 'serial')
    return { path: 'path', detail: 'only a serial device can be behind a device server' };
  if (simulated === true && !hasSimulator(driver)) return { path: 'simulated', detail: `${driver} has no simulator` };
  return null;
}

function nameAt(raw: unknown, place: PropertyKey | undefined): string | null {
  if (!Array.isArray(raw) || typeof place !== 'number') return null;
  const device: unknown = raw[place];
  if (typeof device !== 'object' || device === null || !('name' in device)) return null;
  return typeof device.name === 'string' ? device.name : null;
}
