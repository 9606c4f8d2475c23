import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';

/** A stretch of the note that proves (or rules out) a code. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Codes that rest on it; the first decides the colour. */
  readonly codes: readonly string[];
  readonly tone: number | 'rejected';
}

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The code whose evidence stands out; it is scrolled to when it changes. */
  readonly active: string | null;
  readonly onChange: (text: string) => void;
  readonly onPick: (code: string | null) => void;
}

const setMarks = StateEffect.define<{ marks: readonly Mark[]; active: string | null }>();

const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let next = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const length = transaction.newDoc.length;
      next = Decoration.set(
        effect.value.marks
          .filter((mark) => mark.start < mark.end && mark.end <= length)
          .map((mark) => {
            const on = effect.value.active !== null && mark.codes.includes(effect.value.active);
            return Decoration.mark({
              class: `mark tone-${mark.tone}${on ? ' mark-on' : ''}`,
              attributes: { 'data-codes': mark.codes.join(' '), title: mark.codes.join(', ') },
            }).range(mark.start, mark.end);
          }),
        true,
      );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The note, editable, with its evidence marked. The text lives in memory only. */
export function NoteEditor({ text, marks, active, onChange, onPick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const handlers = useRef({ onChange, onPick });
  handlers.current = { onChange, onPick };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; the text after that is kept equal below
  useEffect(() => {
    if (host.current === null) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          marksField,
          EditorView.lineWrapping,
          placeholder('Paste a clinical note here. It stays on this machine.'),
          EditorView.contentAttributes.of({ 'aria-label': 'Clinical note', spellcheck: 'false' }),
          keymap.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) handlers.current.onChange(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            click(event) {
              const marked = event.target instanceof Element ? event.target.closest('[data-codes]') : null;
              handlers.current.onPick(marked?.getAttribute('data-codes')?.split(' ')[0] ?? null);
            },
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      scrollIntoView: false,
    });
    editor.scrollDOM.scrollTop = 0;
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: setMarks.of({ marks, active }) });
  }, [marks, active]);

  useEffect(() => {
    const editor = view.current;
    const first = active === null ? undefined : marks.find((mark) => mark.codes.includes(active));
    if (editor === null || first === undefined || first.end > editor.state.doc.length) return;
    editor.dispatch({ effects: EditorView.scrollIntoView(first.start, { y: 'center' }) });
  }, [active, marks]);

  return <div className="editor" ref={host} />;
}
