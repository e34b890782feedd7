/** A HID device of the test bed, as a machine would see it on its bus. */
export interface HidDescription {
  /** Four hex digits each. */
  readonly vendorId: string;
  readonly productId: string;
  /** What it says of itself; a string that is not given is not there at all, as on cheap boards. */
  readonly manufacturer?: string;
  readonly product?: string;
  readonly serialNumber?: string;
  /** The report descriptor in hex; whether it numbers its reports stands in it. */
  readonly reportDescriptor: string;
  /** It gives its feature reports without their number in front (the DCTTech relay boards). */
  readonly featureWithoutId?: boolean;
}

/** Vendor-defined, eight bytes each way and a feature report of eight, no report numbers: a relay board, a lamp. */
export const PLAIN_DESCRIPTOR = '0600FF0901A1010600FF150026FF007508950809028102950809029102950809 02B102C0'.replaceAll(
  ' ',
  '',
);

/** Where a device lies on the bus: the number of its hidraw node, and how often anything was plugged in so far. */
export interface HidPlace {
  readonly node: number;
  readonly instance: number;
}

/** The test bed's own form of a description: a USB device, its interface, the HID device and its hidraw node. */
export function umockdevDescription(device: HidDescription, place: HidPlace) {
  const plug = `3-${place.instance}`;
  const port = `/devices/pci0000:00/0000:00:1a.0/usb3/${plug}`;
  const [vendor, product] = [device.vendorId.toUpperCase(), device.productId.toUpperCase()];
  const hid = `0003:${vendor}:${product}.${place.instance.toString(16).toUpperCase().padStart(4, '0')}`;
  const text = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`A: ${name}=${value}\\n`];
  const parts = [
    [
      `P: ${port}`,
      `N: bus/usb/003/${String(place.instance + 1).padStart(3, '0')}`,
      'E: DEVTYPE=usb_device',
      'E: SUBSYSTEM=usb',
      `E: PRODUCT=${Number.parseInt(vendor, 16).toString(16)}/${Number.parseInt(product, 16).toString(16)}/100`,
      ...text('idVendor', device.vendorId.toLowerCase()),
      ...text('idProduct', device.productId.toLowerCase()),
      ...text('bcdDevice', '0100'),
      ...text('manufacturer', device.manufacturer),
      ...text('product', device.product),
      ...text('serial', device.serialNumber),
    ],
    [`P: ${port}/${plug}:1.0`, 'E: DEVTYPE=usb_interface', 'E: SUBSYSTEM=usb', ...text('bInterfaceNumber', '00')],
    [
      `P: ${port}/${plug}:1.0/${hid}`,
      'E: SUBSYSTEM=hid',
      'E: DRIVER=hid-generic',
      `E: HID_ID=0003:0000${vendor}:0000${product}`,
      `E: HID_NAME=${[device.manufacturer, device.product].filter(Boolean).join(' ')}`,
      `E: HID_PHYS=usb-0000:00:1a.0-${place.instance}/input0`,
      `E: HID_UNIQ=${device.serialNumber ?? ''}`,
      `E: MODALIAS=hid:b0003g0001v0000${vendor}p0000${product}`,
      `H: report_descriptor=${device.reportDescriptor}`,
    ],
    [
      `P: ${port}/${plug}:1.0/${hid}/hidraw/hidraw${place.node}`,
      // Contents keep the test bed from making a terminal of its own (bed.py).
      `N: hidraw${place.node}=00`,
      `L: device=../../../${hid}`,
      `E: DEVNAME=/dev/hidraw${place.node}`,
      'E: SUBSYSTEM=hidraw',
      'E: MAJOR=242',
      `E: MINOR=${place.node}`,
      `A: dev=242:${place.node}\\n`,
    ],
  ];
  return {
    description: parts.map((lines) => `${lines.join('\n')}\n`).join('\n'),
    node: `/dev/hidraw${place.node}`,
    syspath: `/sys${port}`,
    descriptor: device.reportDescriptor,
  };
}
