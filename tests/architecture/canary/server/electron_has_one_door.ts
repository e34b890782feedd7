import { app } from 'electron';
export const broken = app;
