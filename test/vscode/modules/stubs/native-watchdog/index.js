// Stands in for a native module that ends an orphaned extension host; our runners end the whole process group.
exports.start = () => {};
