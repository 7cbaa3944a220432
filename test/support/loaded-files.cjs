// Loaded before a process's own modules (`node --require`): writes down at its end which files it has loaded.
const { writeFileSync } = require('node:fs');
const { _cache: loaded } = require('node:module');

const list = process.env['LOADED_FILES'];
if (list) process.once('exit', () => writeFileSync(list, Object.keys(loaded).join('\n')));
