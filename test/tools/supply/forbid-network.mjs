/**
 * Loaded before a program (`node --import`): ends it with status 99 as soon as it goes near a network, whatever the
 * program itself makes of errors. Reaches its child processes and workers where it stands in NODE_OPTIONS.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const forbid = (owner, name, label) => {
  owner[name] = () => {
    process.stderr.write(`went to the network by ${label}\n`);
    process.exit(99);
  };
};

for (const [label, module, names] of [
  ['dgram', dgram, ['createSocket', 'Socket']],
  ['dns', dns, Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name))],
  ['dns.promises', dns.promises, Object.keys(dns.promises).filter((name) => /^(lookup|resolve|reverse)/.test(name))],
  ['http', http, ['request', 'get', 'createServer']],
  ['http2', http2, ['connect', 'createServer', 'createSecureServer']],
  ['https', https, ['request', 'get', 'createServer']],
  ['net', net, ['connect', 'createConnection', 'createServer']],
  ['net.Socket', net.Socket.prototype, ['connect']],
  ['net.Server', net.Server.prototype, ['listen']],
  ['tls', tls, ['connect', 'createServer']],
  ['globalThis', globalThis, ['fetch', 'WebSocket', 'EventSource']],
]) {
  for (const name of names) forbid(module, name, `${label}.${name}`);
}
syncBuiltinESMExports();
