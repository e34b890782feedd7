import { z } from 'zod';
import { err, ok, type Result } from '../core/domain/result.ts';
import { findDriver } from './driver/catalogue.ts';
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

/** Checks settings including each driver's options. The error is one line for a technician. */
export function parseDeviceSettings(raw: unknown): Result<DeviceSettings, string> {
  const parsed = deviceSettings.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err(`devices.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
  }
  for (const { name, driver, options, path } of parsed.data) {
    const found = findDriver(driver);
    if (found === null) return err(`device ${name}: no driver ${driver}`);
    const bound = found.bind(options);
    if (!bound.ok) return err(`device ${name}: ${bound.error}`);
    if (path !== undefined && isTcp(path) && bound.value.link !== 'serial')
      return err(`device ${name}: only a serial device can be behind a device server`);
  }
  return ok(parsed.data);
}
