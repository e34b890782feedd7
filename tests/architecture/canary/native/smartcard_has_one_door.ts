import { devices } from 'smartcard';
export const broken = devices;
