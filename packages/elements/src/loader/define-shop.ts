/** Alone in a module, so that the loader’s lazy import brings this function and not all of core. */
export { defineShop } from '@aftercart/core';
