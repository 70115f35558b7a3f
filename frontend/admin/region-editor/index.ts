/**
 * The details of a picture in Wagtail's page editor: boxes over the picture, above the plain form
 * that holds them. Without it the form still works.
 */

import type { State, StructBlock } from "../../shared/wagtail.ts";
import type { ListBlock } from "./list.ts";
import { Stage } from "./stage.ts";

interface Meta {
  readonly words: Record<string, string>;
  readonly images: string;
}

interface StructBlockDefinition {
  readonly meta: Meta;
  render(placeholder: HTMLElement, prefix: string, state: State, error: unknown): StructBlock;
}

const { StructBlockDefinition } = window.wagtailStreamField.blocks as unknown as {
  StructBlockDefinition: new (...args: never[]) => StructBlockDefinition;
};

class ViewedPictureDefinition extends StructBlockDefinition {
  declare readonly meta: Meta;

  override render(
    placeholder: HTMLElement,
    prefix: string,
    state: State,
    error: unknown,
  ): StructBlock {
    const bound = super.render(placeholder, prefix, state, error);
    const image = (): number | null => {
      const chosen = bound.childBlocks.image?.getState() as
        { image?: { id?: number } | null } | undefined;
      return chosen?.image?.id ?? null;
    };
    // The form around the block is there once it is rendered.
    requestAnimationFrame(() => {
      const details = bound.childBlocks.details as unknown as ListBlock;
      const stage = new Stage(details, image, this.meta.words, this.meta.images);
      bound.container[0]?.append(stage.element);
    });
    return bound;
  }
}

window.telepath.register("museum.regions.ViewedPicture", ViewedPictureDefinition);
