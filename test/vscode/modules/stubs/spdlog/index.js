// Stands in for VS Code's native log writer, which would have to be compiled: writes each line at once, and never rotates.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const written = { warn: 'warning' };

class Logger {
  constructor(name, file) {
    this.name = name;
    this.file = file;
    this.level = levels.indexOf('info');
    this.bare = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.bare = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}
levels.forEach((level, rank) => {
  Logger.prototype[level] = function (line) {
    if (rank < this.level) {
      return;
    }
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.bare ? line : `${time} [${written[level] ?? level}] ${line}\n`);
  };
});

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);
