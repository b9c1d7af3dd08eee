/** Of everything random in tests: that of `SEED`, so that a run can be repeated, else another one each time. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
