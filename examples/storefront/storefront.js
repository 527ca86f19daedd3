/*
 * The demo bar: language, theme, scheme; whether the backend is the server or a demo in the page; who is looking. It only does what a shop
 * would do: set `lang` and `dir`, link a theme, and set attributes of <aftercart-shop>.
 */
const LANGUAGES = { en: 'English', el: 'Ελληνικά', ru: 'Русский', zh: '中文', es: 'Español', de: 'Deutsch', fr: 'Français', ar: 'العربية' };
const named = (...names) => Object.fromEntries(names.map((name) => [name, name]));
/** A platform in the place of the server: `pnpm start --backend …` tells of it before this runs. */
const platform = window.demoBackend;
const CHOICES = {
  lang: LANGUAGES,
  theme: { default: 'Default', paper: 'Paper', pop: 'Pop' },
  scheme: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  backend: { server: platform?.title ?? 'server', page: 'in the page' },
  shopper: named(...(platform?.shoppers ?? ['ann', 'bob', 'cleo', 'dan', 'eve']), 'guest'),
  scenario: named('member', 'guest', 'candidate', 'new-member', 'negative', 'blocked', 'empty', 'slow', 'failing', 'offline'),
  latency: { 0: '0 ms', 300: '300 ms', 1500: '1.5 s', 5000: '5 s' },
};
const DEFAULTS = { lang: 'en', theme: 'default', scheme: 'auto', backend: 'server', shopper: platform?.shoppers[0] ?? 'ann', scenario: 'member', latency: '300' };
/** What is chosen for one backend only. */
const OF_BACKEND = { shopper: 'server', scenario: 'page', latency: 'page' };
/** Where the links of the demo in the page lead, and where its pictures are. */
const LINKS = { shop: 'index.html#friend', product: 'product.html?id={id}', image: 'images/{id}.svg' };

const asked = new URLSearchParams(location.search);
const chosen = {};
for (const [name, choices] of Object.entries(CHOICES)) {
  const value = asked.get(name) ?? sessionStorage.getItem(`demo:${name}`);
  chosen[name] = value !== null && Object.hasOwn(choices, value) ? value : DEFAULTS[name];
}

const shop = document.querySelector('aftercart-shop');
const theme = document.head.appendChild(document.createElement('link'));
theme.rel = 'stylesheet';
const fields = {};

/** What to call whoever is looking; nothing for a guest. */
function nameOfShopper() {
  if (chosen.backend === 'server') return chosen.shopper === 'guest' ? '' : chosen.shopper[0].toUpperCase() + chosen.shopper.slice(1);
  if (chosen.scenario === 'guest') return '';
  return ['candidate', 'new-member'].includes(chosen.scenario) ? 'Alex' : 'Maria';
}

function greet() {
  const name = nameOfShopper();
  for (const element of document.querySelectorAll('[data-t=hello]')) {
    element.hidden = !name;
    element.textContent = element.dataset.said.replace('{name}', name);
  }
  for (const element of document.querySelectorAll('[data-t=helloGuest]')) element.hidden = name !== '';
}

async function translate(lang) {
  const words = lang === 'en' ? {} : await (await fetch(`words/${lang}.json`)).json();
  for (const element of document.querySelectorAll('[data-t]')) {
    element.dataset.en ??= element.textContent;
    element.dataset.said = words[element.dataset.t] ?? element.dataset.en;
    element.textContent = element.dataset.said;
  }
  greet();
  const money = new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' });
  for (const element of document.querySelectorAll('[data-cents]')) element.textContent = money.format(element.dataset.cents / 100);
}

/** Sets attributes of the shop; null takes one away. */
function declare(attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) shop.removeAttribute(name);
    else shop.setAttribute(name, value);
  }
}

function useBackend() {
  const { backend, shopper, scenario, latency } = chosen;
  for (const [name, only] of Object.entries(OF_BACKEND)) fields[name].hidden = only !== backend;
  shop.replaceChildren();
  if (platform) shop.options = backend === 'server' ? { adapter: platform.adapter } : {};
  if (backend === 'server') {
    declare({ adapter: platform ? null : 'http', endpoint: platform ? null : '/api/', 'token-url': `/api/demo/token?shopper=${shopper}`, persist: null, scenario: null, latency: null });
  } else {
    const options = shop.appendChild(document.createElement('script'));
    options.type = 'application/json';
    options.textContent = JSON.stringify({ links: LINKS });
    declare({ adapter: 'memory', endpoint: null, 'token-url': null, persist: 'northpine', scenario, latency });
  }
  if (document.querySelector('[data-said]')) greet();
}

const apply = {
  lang(value) {
    document.documentElement.lang = value;
    document.documentElement.dir = value === 'ar' ? 'rtl' : 'ltr';
    return translate(value);
  },
  theme(value) {
    theme.href = `/aftercart/themes/${value}.css`;
  },
  scheme(value) {
    if (value === 'auto') delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = value;
  },
  backend: useBackend,
  shopper: useBackend,
  scenario: useBackend,
  latency: useBackend,
};

const bar = document.querySelector('.demo .wrap');
for (const [name, choices] of Object.entries(CHOICES)) {
  const label = bar.appendChild(document.createElement('label'));
  label.append(name);
  const select = label.appendChild(document.createElement('select'));
  for (const [value, text] of Object.entries(choices)) select.add(new Option(text, value));
  select.value = chosen[name];
  select.addEventListener('change', () => {
    chosen[name] = select.value;
    sessionStorage.setItem(`demo:${name}`, select.value);
    apply[name](select.value);
  });
  fields[name] = label;
}
for (const name of ['lang', 'theme', 'scheme', 'backend']) apply[name](chosen[name]);

/* On a host of files alone there is no server: the demo in the page stands in. */
if (chosen.backend === 'server') {
  const isThere = await fetch('/api/healthz').then(({ ok }) => ok, () => false);
  if (!isThere) {
    fields.backend.querySelector('[value=server]').disabled = true;
    fields.backend.querySelector('select').value = chosen.backend = 'page';
    useBackend();
  }
}
