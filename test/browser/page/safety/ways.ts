import type { Content } from "../../../../shared/library/slot.ts";
import { CORPUS, VALUES } from "./corpus/corpus.ts";

/** What stands in the page for one case, and what the library shows there. */
export type Case = {
  /** The slot's id, and its variation's. */
  readonly id: string;
  /** The path of the page that it stands in. */
  readonly page: string;
  readonly payload: string;
  readonly content: Content;
  /** The slot's own element. */
  readonly markup: string;
  /** The label of the offer that `content` names. */
  readonly label?: string;
  /** Where that offer leads; a page of this site unless said. */
  readonly href?: string;
};

type Way = (
  payload: string,
  id: string,
  number: number,
) => Omit<Case, "id" | "page" | "payload" | "markup"> & {
  readonly markup?: string;
};

const WORDS = ["alt", "aria-label", "class", "sizes", "title"];

const inEveryWord = (value: string): Content => ({
  attributes: Object.fromEntries(WORDS.map((name) => [name, value])),
});

const picture = (id: string) => `<img data-fw-slot="${id}" src="/pixel.svg" alt="Own">`;
/** Of a property that the page has not: the fallback is what is shown. */
const orElse = (payload: string) => `{{nobody|${payload}}}`;
const propertyOf = (number: number) => `{{p${number}|there}}`;
/** Wherever words can stand in HTML, and where tokens are none. */
const inHtml = (token: string) =>
  `<p title="${token}">${token}</p><a href="/x?${token}">${token}</a><textarea>${token}</textarea><svg><text>${token}</text></svg>`;

/**
 * Every way by which something of a library, or of a visitor, comes into a slot. Where a fragment or a value
 * is named by a number, the site answers the payload of that number.
 */
export const WAYS = {
  text: (payload) => ({ content: { text: payload } }),
  html: (payload) => ({ content: { html: payload } }),
  fragment: (_, __, number) => ({ content: { fragment: `/fragments/${number}` } }),
  offer: (payload, id) => ({ content: { offer: id }, label: payload }),
  attributes: (payload, id) => ({ content: inEveryWord(payload), markup: picture(id) }),
  "fallback-text": (payload) => ({ content: { text: `Hello ${orElse(payload)}` } }),
  "fallback-html": (payload) => ({ content: { html: inHtml(orElse(payload)) } }),
  "fallback-offer": (payload, id) => ({ content: { offer: id }, label: orElse(payload) }),
  "fallback-attributes": (payload, id) => ({ content: inEveryWord(orElse(payload)), markup: picture(id) }),
  "value-text": (_, __, number) => ({ content: { text: `Hello ${propertyOf(number)}` } }),
  "value-html": (_, __, number) => ({ content: { html: inHtml(propertyOf(number)) } }),
  "value-offer": (_, id, number) => ({ content: { offer: id }, label: propertyOf(number) }),
  "value-attributes": (_, id, number) => ({
    content: inEveryWord(propertyOf(number)),
    markup: picture(id),
  }),
  // Its own markup is the page's; what the visitor brings into it is not.
  "value-template": (_, id, number) => ({
    content: { template: true },
    markup: `<div data-fw-slot="${id}">Own<template data-fw-variation="${id}">${inHtml(propertyOf(number))}
<script>${propertyOf(number)}</script></template></div>`,
  }),
} as const satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof WAYS;
export const WAY_NAMES = Object.keys(WAYS) as readonly WayName[];
export const isOfValue = (way: WayName) => way.startsWith("value-");

/** As many slots as a page decides without anybody waiting; of fragments, as many as come while it is held. */
const onePage = (way: WayName) =>
  way.endsWith("text") || way === "offer" ? 504 : way === "fragment" ? 64 : 128;

const pageOf = (way: WayName, number: number) => `/${way}/${Math.floor(number / onePage(way))}`;

/** One case for each payload. */
const casesOf = (way: WayName): readonly Case[] =>
  (isOfValue(way) ? VALUES : CORPUS).map((payload, number) => {
    const id = `${way}-${number}`;
    const { markup = `<div data-fw-slot="${id}">Own</div>`, ...made } = (WAYS[way] as Way)(
      payload,
      id,
      number,
    );
    return { id, page: pageOf(way, number), payload, markup, ...made };
  });

export const CASES = Object.fromEntries(WAY_NAMES.map((way) => [way, casesOf(way)])) as Readonly<
  Record<WayName, readonly Case[]>
>;
