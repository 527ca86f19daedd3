let painted: Promise<void> | undefined;

/**
 * Resolves once the page has painted after the first call. Elements draw their skeletons before it and format their data
 * after it, so that the cost of `Intl` never stands between the shopper and the page.
 */
export const firstPaint = (): Promise<void> =>
  (painted ??= new Promise((resolve) => {
    // A hidden tab has no frames to wait for.
    if (document.hidden) resolve();
    else {
      requestAnimationFrame(() =>
        setTimeout(() => {
          // The first one of a page loads the data of all of them. That takes longer than anything else here, so it has a task of its own.
          Intl.NumberFormat().format(0);
          setTimeout(resolve);
        }),
      );
    }
  }));
