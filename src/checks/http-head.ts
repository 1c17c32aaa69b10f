// Recognises the start of an HTTP answer, and of one that comes from a WebSocket listener.

import type { Named, Said } from './said.ts';
import { productIn } from './said.ts';

export function httpNamed(said: Said): Named | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |\r|\n|$)/.exec(said.text)?.[1];
  if (!status) return bodyOnly(said.text) || isHttp2(said.bytes) ? { service: 'http' } : null;
  const [text = '', body] = said.text.split(/\r?\n\r?\n/, 2);
  const head = { ...said, text };
  return {
    service: isWebSocket(status, head, body !== undefined) ? 'websocket' : 'http',
    httpStatus: Number(status),
    product: productIn(head, /^server:(.*)$/im),
  };
}

function isWebSocket(status: string, head: Said, whole: boolean): boolean {
  if (/^sec-websocket-[\w-]+:/im.test(head.text)) return true;
  const upgrade = productIn(head, /^upgrade:(.*)$/im);
  // Many WebSocket libraries answer 426 without the Upgrade header that RFC 9110 §15.5.22 asks.
  if (upgrade) return /websocket/i.test(upgrade);
  return whole && (status === '101' || status === '426');
}

/** What some servers answer to bytes that are no request: an error page without a head. */
function bodyOnly(text: string): boolean {
  return /^\s*(?:<!doctype html|<html)\b/i.test(text);
}

/** A SETTINGS frame on stream 0, which every HTTP/2 server sends first (RFC 9113 §3.4, §6.5). */
function isHttp2(bytes: Uint8Array): boolean {
  const [high, middle, length = 1, type, flags, ...stream] = bytes.subarray(0, 9);
  const header = [high, middle, flags, ...stream];
  return (
    header.length === 7 && header.every((byte) => byte === 0) && type === 4 && length % 6 === 0
  );
}
