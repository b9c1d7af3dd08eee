/** The variables of a template at one place of it, as Go's parser scopes them: to the `end` of the block, its `else` included, and none but `$` from outside of a `define`. */
export class Variables {
  readonly #scopes: { readonly names: string[]; readonly isDefinition: boolean }[] = [];
  #counts = new Map<string, number>();
  readonly #hidden: Map<string, number>[] = [];

  has(name: string): boolean {
    return name === '$' || (this.#counts.get(name) ?? 0) > 0;
  }

  add(name: string): void {
    this.#scopes.at(-1)?.names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  enter(isDefinition: boolean): void {
    this.#scopes.push({ names: [], isDefinition });
    if (isDefinition) {
      this.#hidden.push(this.#counts);
      this.#counts = new Map();
    }
  }

  leave(): void {
    const scope = this.#scopes.pop();
    if (scope?.isDefinition === true) {
      this.#counts = this.#hidden.pop() ?? this.#counts;
      return;
    }
    for (const name of scope?.names ?? []) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) - 1);
    }
  }
}
