import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Each block notes the last event its author had seen when beginning it, so that facts can be woven in at their place.
 * A block that is split gives none of it to its second half: that one begins now.
 */
export const After = Extension.create<{ seen: () => number | null }>({
  name: 'after',

  addOptions() {
    return { seen: () => null };
  },

  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: { after: { default: null, keepOnSplit: false, rendered: false } },
      },
    ];
  },

  addProseMirrorPlugins() {
    const { seen } = this.options;
    return [
      new Plugin({
        key: new PluginKey('after'),
        appendTransaction(transactions, _before, state) {
          // What others typed bears their own note, or none.
          const own = transactions.some(
            (one) =>
              one.docChanged &&
              !(one.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin,
          );
          const version = own ? seen() : null;
          if (version === null) return null;
          const change = state.tr;
          state.doc.descendants((node, at) => {
            if (!node.isTextblock) return true;
            if (node.attrs['after'] === null && node.content.size > 0) change.setNodeAttribute(at, 'after', version);
            return false;
          });
          return change.docChanged ? change : null;
        },
      }),
    ];
  },
});
