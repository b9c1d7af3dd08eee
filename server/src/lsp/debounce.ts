/** Runs `task` once nobody has asked for it for `delay` milliseconds. */
export function debounce(
  schedule: (task: () => void, delay: number) => void,
  delay: number,
  task: () => void,
): () => void {
  let asked = 0;
  return () => {
    const mine = ++asked;
    schedule(() => {
      if (mine === asked) {
        task();
      }
    }, delay);
  };
}
