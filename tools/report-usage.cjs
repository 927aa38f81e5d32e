/**
 * Loaded before a program that is measured (`node --require`): writes to file descriptor 3, at the very end, what the
 * whole process has used, start-up included. Node tells a parent nothing about its children's use.
 */
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }));
});
