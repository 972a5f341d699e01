// Makes one map of a file that bench/opinion-map.mjs wrote, and says what it took.
import { readFileSync } from 'node:fs';
import { opinionMap } from '../../server/opinion-map/dist/index.js';

const { buffer, byteOffset } = readFileSync(process.argv[2]);
const [participants, statements, count] = new Int32Array(buffer, byteOffset, 3);
const rows = new Int32Array(buffer, byteOffset + 12, count);
const columns = new Int32Array(buffer, byteOffset + 12 + count * 4, count);
const votes = new Int8Array(buffer, byteOffset + 12 + count * 8, count);
const began = process.cpuUsage();
const { k } = opinionMap({ participants, statements, rows, columns, votes, moderated: new Uint8Array(statements) });
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, k }));
