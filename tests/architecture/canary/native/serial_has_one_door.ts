import { SerialPort } from 'serialport';
export const broken = SerialPort;
