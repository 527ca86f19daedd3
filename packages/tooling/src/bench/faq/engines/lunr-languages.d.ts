declare module 'lunr-languages/*' {
  import type lunr from 'lunr';

  const add: (base: typeof lunr) => void;
  export default add;
}
