// Makes the document on view equal to another with as few changes as can be: what stays is not touched, so nothing flickers or loads twice.
import morphdom from 'morphdom';

/** Changes `shown`, the root of a document, into `wanted`. */
export function morph(shown: Element, wanted: Element): void {
  morphdom(shown, wanted, {
    onBeforeElUpdated(before, after) {
      if (before.localName === 'head') {
        morphHead(before, after);
        return false;
      }
      if (isDetails(before) && isDetails(after)) {
        after.open = before.open; // As the reader has it.
      }
      return !before.isEqualNode(after);
    },
  });
}

/** A style sheet that is moved is loaded again: here nothing is moved. What a new sheet replaces stays until that is loaded. */
function morphHead(shown: Element, wanted: Element): void {
  const before = [...shown.children];
  const gone: Element[] = [];
  const added: Element[] = [];
  let at = 0;
  for (const child of wanted.children) {
    const found = before.findIndex((element, index) => index >= at && element.isEqualNode(child));
    if (found < 0) {
      const copy = shown.ownerDocument.importNode(child, true);
      shown.insertBefore(copy, before[at] ?? null);
      added.push(copy);
    } else {
      gone.push(...before.slice(at, found));
      at = found + 1;
    }
  }
  gone.push(...before.slice(at));
  void removeAfter(added.filter(isSheet), gone);
}

async function removeAfter(loading: readonly Element[], gone: readonly Element[]): Promise<void> {
  const isStyle = (element: Element): boolean => element.localName === 'style' || isSheet(element);
  for (const element of gone.filter((one) => loading.length === 0 || !isStyle(one))) {
    element.remove();
  }
  await Promise.all(loading.map(loaded));
  for (const element of gone) {
    element.remove();
  }
}

function loaded(sheet: Element): Promise<unknown> {
  return new Promise((resolve) => {
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', resolve);
  });
}

function isSheet(element: Element): boolean {
  return element.localName === 'link';
}

function isDetails(element: Element): element is HTMLDetailsElement {
  return element.localName === 'details';
}
