import { WebSocketServer } from 'ws';
export const broken = WebSocketServer;
