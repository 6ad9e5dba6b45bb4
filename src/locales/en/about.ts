export default {
  title: 'About Caiyong',
  facts: {
    version: 'Version (build)',
    form: 'Form',
    kernel: 'Browser kernel',
    place: 'Opened from',
    offline: 'Offline',
    data: 'Where data are',
    persisted: 'Cleared by the browser?',
  },
  forms: { hosted: 'website', single: 'single file' },
  kernelUnknown: 'not a Chromium kernel',
  places: {
    https: 'an encrypted address (https)',
    local: 'this computer (localhost)',
    http: 'an intranet address without encryption (http)',
    file: 'a file of this computer',
  },
  offlines: {
    yes: 'Opens offline: it works with the server gone',
    next: 'Getting ready to open offline; a moment more',
    no: 'Opening it needs the server; afterwards it does not',
    file: 'Always: the whole app is in this file',
  },
  dataHere: 'Data stay in the browser of this computer and are sent nowhere',
  persistedUnknown: 'the browser does not say',
  persistedIs: {
    true: 'The browser promised not to clear them by itself',
    false: 'The browser may clear them when the disk is nearly full',
  },
  limitsTitle: 'What this way of opening cannot do',
  limits: {
    https: ['Nothing is missing: it can be installed and used offline.'],
    local: ['Nothing is missing: it can be installed and used offline. Other computers cannot open this address.'],
    http: [
      'It can be neither installed nor opened offline: browsers allow that at encrypted addresses only. Use the single file, or ask for a certificate for the site.',
      'Copying a picture saves it as a file instead; tables and text are copied as usual.',
    ],
    file: [
      'It cannot be installed and tells of no new version: a new file is the update.',
      'Browsers let all local HTML files share one storage: open only files whose origin you know.',
    ],
  },
  diagnostics: 'Diagnostics',
  diagnosticsHint:
    'For whoever helps you. Only versions and the browser; nothing of a ledger, no unit, no name of a file.',
  copy: 'Copy diagnostics',
  copied: 'Copied',
  copyRefused: 'The browser does not allow copying: select the text above and press Ctrl+C',
  licences: 'Licences of the libraries',
  licencesHint: 'Caiyong is released under the MIT licence and contains these libraries.',
  licence: { name: 'Name', version: 'Version', licence: 'Licence' },
}
