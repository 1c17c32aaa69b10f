// The request for WebSocket is not granted: what web servers, gateways and proxies say.

import type { Explanation } from '../explanation.ts';

export const webSocket: readonly Explanation[] = [
  {
    code: 'websocket/wrong-path',
    severity: 'error',
    summary: 'No WebSocket under this path',
    means:
      'A WebSocket address has a path behind host and port, and this server has no WebSocket under the one that was asked for. It mostly answers HTTP 404.',
    looksLike: 'HTTP 404; or another of the usual paths is switched to WebSocket.',
    causes: [
      'the path is missing in the client: most brokers want /mqtt',
      'the client library adds a path of its own, or leaves the one in the address out',
      'the proxy before the broker passes another path on',
    ],
    remedies: [
      {
        text: 'Set the path in the client to that of the broker or proxy; the usual ones are /mqtt, / and /ws.',
        command: 'mqtt-doctor check wss://HOST:PORT/mqtt',
      },
    ],
  },
  {
    code: 'websocket/unauthorized',
    severity: 'error',
    summary: 'The web server wants credentials (401)',
    means:
      'A web server or gateway before the broker wants to know who asks before it switches to WebSocket. User name and password of MQTT come later and do not count here.',
    causes: [
      'the address lacks the token or the signature that the gateway wants',
      'a password protects the whole web server, the path of the broker included',
      'the token has expired',
    ],
    remedies: [
      {
        text: 'Send what the gateway wants with the request.',
        command: "mqtt-doctor check wss://HOST/mqtt --header 'Authorization: Bearer TOKEN'",
      },
      { text: 'Or take the authentication of the web server off this path.' },
    ],
  },
  {
    code: 'websocket/forbidden',
    severity: 'error',
    summary: 'The web server forbids it (403)',
    means:
      'A web server, gateway or firewall before the broker refuses the WebSocket request. MQTT has not been spoken yet.',
    causes: [
      'a rule lets only certain addresses, countries or paths in',
      'the signature in the address is missing, wrong, or for another host (AWS)',
      'a firewall for web applications does not know WebSocket',
    ],
    remedies: [
      { text: 'Find the rule in the log of the web server, gateway or firewall.' },
      { text: 'Make a signed address anew, with the right host, region and path.' },
    ],
  },
  {
    code: 'websocket/upgrade-refused',
    severity: 'error',
    summary: 'The server does not switch to WebSocket',
    means:
      'The server answers the request for WebSocket as if it were an ordinary one, with an error, or not at all.',
    looksLike: 'HTTP 400, 426, 200 or 502 instead of 101.',
    causes: [
      'a proxy does not pass the headers Upgrade and Connection on to the broker',
      'the broker behind the web server is down, or the port in its settings is wrong (502, 503, 504)',
      'the port is that of a web page, not of the WebSocket listener',
    ],
    remedies: [
      {
        text: 'In nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade".',
      },
      { text: 'See whether the broker has a WebSocket listener, and on which port.' },
    ],
  },
  {
    code: 'websocket/redirected',
    severity: 'error',
    summary: 'The server redirects; clients do not follow',
    means:
      'The web server sends the request on to another address. WebSocket clients do not follow a redirect.',
    causes: [
      'the web server sends everyone to https://, and the client uses ws://',
      'the path lacks its slash at the end, or the host its www',
      'a page for signing in stands before the broker',
    ],
    remedies: [
      {
        text: 'Give the client the address that the server names, with wss:// for https://.',
        command: 'mqtt-doctor check wss://HOST/mqtt',
      },
    ],
  },
  {
    code: 'websocket/subprotocol-refused',
    severity: 'error',
    summary: 'No agreement on the subprotocol mqtt',
    means:
      'A WebSocket client says that it wants to speak MQTT (Sec-WebSocket-Protocol: mqtt), and the server must answer the same. Browsers and many libraries end the connection if it does not.',
    looksLike:
      'HTTP 101 with another subprotocol or none; or a refusal that ends with another one.',
    causes: [
      'a proxy between drops the header Sec-WebSocket-Protocol',
      'the server only knows the old name mqttv3.1',
      'the server is a WebSocket server for something else than MQTT',
    ],
    remedies: [
      { text: 'Let the proxy pass the header on, both ways.' },
      { text: 'Set the broker, or the client, to the subprotocol that the other side wants.' },
    ],
  },
  {
    code: 'websocket/origin-rejected',
    severity: 'error',
    summary: 'The server minds the Origin',
    means:
      'Browsers say which site a page comes from (Origin), and this server only lets certain sites connect, or only clients that name one.',
    causes: [
      'the site of the page is not in the list of allowed origins',
      'the client is no browser and sends no Origin, and the server wants one',
    ],
    remedies: [
      { text: 'Add the site to the allowed origins of the broker or proxy.' },
      {
        text: 'Try with an Origin that the server should accept.',
        command: "mqtt-doctor check wss://HOST/mqtt --header 'Origin: https://SITE'",
      },
    ],
  },
];
