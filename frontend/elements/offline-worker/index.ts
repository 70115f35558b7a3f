/**
 * The service worker: answers a way to a page that the network did not answer, with the museum's own
 * page for it, in the language of the way. It keeps that page of each language that was visited, and
 * nothing else; all other requests are the browser's own.
 *
 * Registered as /offline-worker.js?language=… by the shell: another language is another worker, which
 * keeps its own page beside those of the others.
 */

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

/** The part of the Service Worker API that is used here; it is not of a page's types. */
interface Worker {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;
const KEPT = "offline";
const { searchParams } = new URL(worker.location.href);

const pageIn = (language: string): string => `/${language}/offline/`;

async function keep(): Promise<void> {
  const cache = await caches.open(KEPT);
  const page = pageIn(searchParams.get("language") ?? "");
  await cache.add(new Request(page, { cache: "reload" }));
  await worker.skipWaiting();
}

/** The museum's answer, or the kept page: of the way's language, else of the last one visited. */
async function answer(event: Fetching): Promise<Response> {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (lost) {
    const [, language = ""] = new URL(event.request.url).pathname.split("/");
    const cache = await caches.open(KEPT);
    const kept = await cache.match(pageIn(language));
    const other = kept ?? (await cache.match(pageIn(searchParams.get("language") ?? "")));
    if (!other) throw lost;
    return other;
  }
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
// The way to the museum does not wait for the worker to start.
worker.addEventListener("activate", (event) =>
  event.waitUntil(worker.registration.navigationPreload?.enable() ?? Promise.resolve()),
);
worker.addEventListener("fetch", (event) => {
  const { mode, method, url } = event.request;
  // The editor says itself what is lost, and a form that was sent is not answered by a page.
  if (mode !== "navigate" || method !== "GET") return;
  if (new URL(url).pathname.startsWith("/admin/")) return;
  event.respondWith(answer(event));
});
