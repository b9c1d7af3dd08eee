import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageLinks } from '../../../references/pageLinks.ts';
import { leadTo } from '../../../references/leadTo.ts';

export const fileNameCase: DiagnosticRule = {
  code: 'file-name-case',
  summary: 'File whose name differs in the case of letters',
  why: 'On macOS and Windows "Sky.png" and "sky.png" are the same file; on most web servers they are not, so that what works here is broken on the published site.',
  defaultSeverity: 'warning',
  fix: 'Writes the name as the file has it',
  examples: [
    {
      wrong: '![Sky](/img/Sky.png)\n',
      right: '![Sky](/img/sky.png)\n',
      site: '-- static/img/sky.png --\n',
    },
  ],
  *check(site, page) {
    for (const link of pageLinks(site, page)) {
      const { target, range } = link;
      if (target.kind === 'otherCase') {
        const edit = leadTo(site, page, link, target.path);
        yield {
          range,
          message: message(
            'The file is named "{0}": web servers tell capital from small letters.',
            target.path,
          ),
          fixes:
            edit === undefined
              ? []
              : [{ title: message('Change it to "{0}"', edit.newText), edits: [edit], isSure: true }],
        };
      }
    }
  },
};
