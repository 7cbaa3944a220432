/**
 * What has to happen before anything else is there: light or dark is set before the first paint, and the texts of
 * the language are asked for at once, beside the application and not behind it.
 */
(function () {
  /** The build writes here which files hold the texts of each language: for strangers, and the rest. */
  var files = {};

  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage may be forbidden
    }
  }

  var wanted = kept('mantine-color-scheme-value') || 'auto';
  var dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  /** The same choice as in `shared/i18n`. */
  function language() {
    var languages = navigator.languages.map(function (tag) {
      return tag.toLowerCase().split('-')[0];
    });
    return [kept('oasis-language')].concat(languages, 'en').find(function (one) {
      return files[one] !== undefined;
    });
  }

  var own = files[language()];
  if (!own) return;
  own.first.concat(kept('oasis-signed-in') === null ? [] : own.rest).forEach(function (file) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  });
})();
