import { devices } from 'node-hid';
export const broken = devices;
