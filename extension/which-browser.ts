import browser from "webextension-polyfill";

/** The two browsers give and take the permission of a click differently. */
export const isFirefox: boolean = browser.runtime.getURL("").startsWith("moz-extension:");
