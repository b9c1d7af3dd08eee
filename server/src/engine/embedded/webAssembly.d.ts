// The part of WebAssembly that the embedded engine uses: neither TypeScript's ES library nor Node's types declare it.
declare namespace WebAssembly {
  class Module {
    private readonly brand;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: object): Promise<Instance>;
}
