import { describe, expect, it } from 'vitest';
import { featureReport } from './hid_feature.ts';
import { hasReportId } from './hid_presence.ts';
import { hidIoProblem, hidOpenProblem } from './hid_problem.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('a feature report', () => {
  it.each([
    ['with its number stays', '01 4249544654000003', '014249544654000003'],
    ['without it gets it in front', '4249544654000003', '014249544654000003'],
    [
      'without it, as long as it can be, that begins like it is told by its length',
      '01 0101010101010101',
      '010101010101010101',
    ],
    ['shorter than asked, with its number, stays', '01 4249', '014249'],
    ['of nothing is its number', '', '01'],
  ])('%s', (_what, got, wanted) => {
    expect(featureReport(1, 8, bytes(got))).toEqual(bytes(wanted));
  });
});

describe('a report descriptor', () => {
  it.each([
    ['of a device without numbers', '0600FF0901A101150026FF00750895080901B102C0', false],
    ['of a device with numbers', '058C0902A1018502150026FF007508953809FE8102C0', true],
    ['where 85 is only a value', '0600FF2585A1010985C0', false],
    ['with a long item before the number', 'FE0385858585A1018501C0', true],
    ['of nothing', '', false],
  ])('%s', (_what, descriptor, numbered) => {
    expect(hasReportId(bytes(descriptor))).toBe(numbered);
  });
});

describe('what went wrong with a HID device', () => {
  it.each([
    ["Failed to open a device with path '/dev/hidraw0': No such file or directory", 'DEVICE_ABSENT'],
    ["Failed to open a device with path '/dev/hidraw0': Permission denied", 'DEVICE_PERMISSION'],
    ["Failed to open a device with path '/dev/hidraw0': Device or resource busy", 'DEVICE_BUSY_ELSEWHERE'],
    ['libusb-1.0.so.0: cannot open shared object file: No such file or directory', 'DEVICE_UNSUPPORTED'],
    ['cannot open device', 'DEVICE_IO'],
  ])('opening: %s', (words, code) => {
    expect(hidOpenProblem(new Error(words))).toEqual({ code, detail: words });
  });

  it.each([
    ['Cannot write to hid device: No such device', 'DEVICE_UNPLUGGED'],
    ['hid_read_timeout: unexpected poll error (device disconnected)', 'DEVICE_UNPLUGGED'],
    ['ioctl (SFEATURE): Broken pipe', 'DEVICE_IO'],
  ])('open: %s', (words, code) => {
    expect(hidIoProblem(words)).toEqual({ code, detail: words });
  });
});
