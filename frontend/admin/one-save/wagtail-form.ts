/** Wagtail's own controllers of the form that is edited (Stimulus). */

interface Application {
  getControllerForElementAndIdentifier(element: Element, identifier: string): unknown;
}

export function controllerOf<T>(form: HTMLFormElement, name: string): T | null {
  const { app } = (window as unknown as { wagtail: { app: Application } }).wagtail;
  return app.getControllerForElementAndIdentifier(form, name) as T | null;
}
