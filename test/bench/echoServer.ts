// The calibration: a language server that does nothing but answer. What it takes is what the machine and the protocol take.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Full,
    hoverProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.onDidOpenTextDocument(({ textDocument: { uri } }) =>
  connection.sendDiagnostics({ uri, diagnostics: [] }),
);
connection.onDidChangeTextDocument(({ textDocument: { uri, version } }) =>
  connection.sendDiagnostics({
    uri,
    diagnostics: [
      {
        range: { start: { line: version, character: 0 }, end: { line: version, character: 1 } },
        message: 'echo',
      },
    ],
  }),
);
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
connection.onHover(() => null);
connection.onReferences(() => []);
connection.onRenameRequest(() => null);
connection.onRequest(() => null);
connection.onCompletion(() => ({ isIncomplete: false, items: [] }));
connection.listen();
