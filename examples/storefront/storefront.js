/*
 * The demo bar: language, theme, scheme, scenario and latency. It only does what a shop would do: set `lang` and `dir`,
 * link a theme, and set attributes of <aftercart-shop>.
 */
const LANGUAGES = { en: 'English', el: 'Ελληνικά', ru: 'Русский', zh: '中文', es: 'Español', de: 'Deutsch', fr: 'Français', ar: 'العربية' };
const CHOICES = {
  lang: LANGUAGES,
  theme: { default: 'Default', paper: 'Paper', pop: 'Pop' },
  scheme: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  scenario: Object.fromEntries(['member', 'guest', 'new-member', 'negative', 'blocked', 'empty', 'slow', 'failing', 'offline'].map((name) => [name, name])),
  latency: { 0: '0 ms', 300: '300 ms', 1500: '1.5 s', 5000: '5 s' },
};
const DEFAULTS = { lang: 'en', theme: 'default', scheme: 'auto', scenario: 'member', latency: '300' };

const asked = new URLSearchParams(location.search);
const chosen = {};
for (const [name, choices] of Object.entries(CHOICES)) {
  const value = asked.get(name) ?? sessionStorage.getItem(`demo:${name}`);
  chosen[name] = value !== null && Object.hasOwn(choices, value) ? value : DEFAULTS[name];
}

const shop = document.querySelector('aftercart-shop');
const theme = document.head.appendChild(document.createElement('link'));
theme.rel = 'stylesheet';

async function translate(lang) {
  const words = lang === 'en' ? {} : await (await fetch(`words/${lang}.json`)).json();
  for (const element of document.querySelectorAll('[data-t]')) {
    element.dataset.en ??= element.textContent;
    element.textContent = words[element.dataset.t] ?? element.dataset.en;
  }
  const money = new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' });
  for (const element of document.querySelectorAll('[data-cents]')) element.textContent = money.format(element.dataset.cents / 100);
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
  scenario: (value) => shop.setAttribute('scenario', value),
  latency: (value) => shop.setAttribute('latency', value),
};

const bar = document.querySelector('.demo .wrap');
for (const [name, choices] of Object.entries(CHOICES)) {
  const label = bar.appendChild(document.createElement('label'));
  label.append(name);
  const select = label.appendChild(document.createElement('select'));
  for (const [value, text] of Object.entries(choices)) select.add(new Option(text, value));
  select.value = chosen[name];
  select.addEventListener('change', () => {
    sessionStorage.setItem(`demo:${name}`, select.value);
    apply[name](select.value);
  });
  apply[name](chosen[name]);
}
