// Stands in for VS Code's native log writer, which would have to be compiled. The log goes to the console anyway.
class Logger {
  constructor(name) {
    this.name = name;
    this.level = 2;
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
}
const ignored = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'setPattern', 'clearFormatters', 'flush', 'drop'];
for (const method of ignored) {
  Logger.prototype[method] = () => {};
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name) => new Logger(name);
