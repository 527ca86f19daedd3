/** The version of the packages; put in at build. */
declare const __AFTERCART_VERSION__: string;
