declare module 'eslint-plugin-lit-a11y' {
  const plugin: { rules: unknown };
  export default plugin;
}
