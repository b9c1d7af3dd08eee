// Put into a page whose own scripts run: it is alone with them, in a frame that nobody outside can reach, and speaks to the panel in
// messages. What it says is as little to be trusted as the page is.
import { toToScriptedPage } from '../preview/messages.ts';
import type { FromScriptedPage } from '../preview/messages.ts';
import { PageView } from './pageView.ts';

const tell = (message: FromScriptedPage): void => window.parent.postMessage(message, '*');
const view = new PageView(document, tell);

window.addEventListener('message', (event) => {
  const message = event.source === window.parent ? toToScriptedPage(event.data) : undefined;
  switch (message?.type) {
    case 'mark':
      view.mark(message.line < 0 ? undefined : message.line, message.style, message.reveal);
      break;
    case 'scroll':
      view.scrollToLine(message.line);
      break;
    case 'scrollTo':
      view.scrollTo(message.top);
      break;
    case undefined:
  }
});
document.addEventListener('scroll', () => tell({ type: 'at', top: view.top }));
