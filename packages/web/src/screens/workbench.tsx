import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type CodeContext, codeNote, listExamples, openExample } from '../api.ts';
import { marksOf } from '../marks.ts';
import { ContextBar } from '../parts/context-bar.tsx';
import { NoteEditor } from '../parts/note-editor.tsx';
import { Results } from '../parts/results.tsx';

const route = getRouteApi('/');

const FIRST_EXAMPLE = 'poem-operative-note';
/** In the address when the reader writes or pastes a note of their own. */
const OWN_NOTE = 'none';
/** Long enough not to code half a word, short enough to feel at once. */
const PAUSE_MS = 250;

/** Paste a note, see its codes with the sentences that prove them. */
export function Workbench() {
  const { example = FIRST_EXAMPLE } = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState<string | null>(null);
  const [context, setContext] = useState<CodeContext>({});
  const [active, setActive] = useState<string | null>(null);

  const examples = useQuery({ queryKey: ['examples'], queryFn: ({ signal }) => listExamples(signal) });
  const opened = useQuery({
    queryKey: ['example', example],
    queryFn: ({ signal }) => openExample(example, signal),
    enabled: example !== OWN_NOTE,
  });
  useEffect(() => {
    if (opened.data === undefined) return;
    setText(opened.data.text);
    setContext(opened.data.context);
    setActive(null);
  }, [opened.data]);

  const note = usePaused(text ?? '', PAUSE_MS);
  const request = useDeferredValue(context);
  const coded = useQuery({
    queryKey: ['code', note, request],
    queryFn: ({ signal }) => codeNote(note, request, signal),
    enabled: note.trim() !== '',
    placeholderData: (previous) => previous,
    // Patient text must not outlive the screen it is on.
    gcTime: 0,
  });
  const result = note.trim() === '' ? undefined : coded.data;
  const marks = useMemo(() => marksOf(result), [result]);

  return (
    <main className="workbench">
      <section className="note" aria-label="Note">
        <ContextBar
          examples={examples.data ?? []}
          example={example === OWN_NOTE ? null : example}
          context={context}
          onExample={(chosen) => {
            if (chosen === null) {
              setText('');
              setContext({});
              setActive(null);
            }
            void navigate({ to: '/', search: { example: chosen ?? OWN_NOTE } });
          }}
          onContext={setContext}
        />
        <NoteEditor text={text ?? ''} marks={marks} active={active} onChange={setText} onPick={setActive} />
      </section>
      <Results
        coded={result}
        failure={coded.error}
        active={active}
        onPick={(code) => setActive(code === active ? null : code)}
      />
    </main>
  );
}

function usePaused(value: string, ms: number): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), paused === '' ? 0 : ms);
    return () => clearTimeout(timer);
  }, [value, ms, paused]);
  return paused;
}
