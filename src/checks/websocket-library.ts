// The library `ws`, loaded when it is needed.

import type { WebSocket } from 'ws';

let loaded: Promise<{ readonly WebSocket: typeof WebSocket }> | null = null;

/** Called early, so that it is there when the network has answered. */
export function loadWebSocket(): Promise<{ readonly WebSocket: typeof WebSocket }> {
  loaded ??= import('ws');
  return loaded;
}
