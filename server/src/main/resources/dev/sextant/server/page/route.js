// Every view has an address behind the `#`: `#/study/lenet/trials?where=lr%20%3C%201e-3&sort=-accuracy`.

export function here() {
  const text = location.hash.replace(/^#/, '') || '/';
  const [path, search = ''] = text.split('?');
  const words = path.split('/').filter(Boolean).map(word => {
    try {
      return decodeURIComponent(word);
    } catch {
      return word;
    }
  });
  return { words, search: new URLSearchParams(search) };
}

export function to(words, search = {}) {
  const said = Object.entries(search).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(said).toString();
  return '#/' + words.map(encodeURIComponent).join('/') + (query ? '?' + query : '');
}

export const study = (name, tab = 'overview', search = {}) => to(['study', name, tab], search);
export const trial = (name, number) => to(['study', name, 'trial', String(number)]);

// Changes what stands behind the `?` without leaving the view.
export function replaceSearch(search) {
  const { words } = here();
  history.replaceState(null, '', to(words, search));
}
