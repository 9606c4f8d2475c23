import type { CodeContext, ExampleSummary } from '../api.ts';

interface Props {
  readonly examples: readonly ExampleSummary[];
  readonly example: string | null;
  readonly context: CodeContext;
  readonly onExample: (name: string | null) => void;
  readonly onContext: (context: CodeContext) => void;
}

/** The encounter around the note: what the coding rules need to know. */
export function ContextBar({ examples, example, context, onExample, onContext }: Props) {
  const set = (change: { [Field in keyof CodeContext]?: CodeContext[Field] | undefined }): void => {
    const next = { ...context, ...change };
    onContext(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as CodeContext,
    );
  };
  return (
    <div className="context">
      <label>
        <span>Note</span>
        <select
          value={example ?? ''}
          onChange={(event) => onExample(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">My own note</option>
          {examples.map((item) => (
            <option key={item.name} value={item.name}>
              {item.title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Setting</span>
        <select
          value={context.setting ?? ''}
          onChange={(event) =>
            set({
              setting:
                event.target.value === ''
                  ? undefined
                  : (event.target.value as NonNullable<CodeContext['setting']>),
            })
          }
        >
          <option value="">From the note</option>
          <option value="outpatient">Outpatient</option>
          <option value="inpatient">Inpatient</option>
          <option value="ed">Emergency dept.</option>
        </select>
      </label>
      <label>
        <span>Date of service</span>
        <input
          type="date"
          value={context.dateOfService ?? ''}
          onChange={(event) => set({ dateOfService: event.target.value || undefined })}
        />
      </label>
      <label>
        <span>Sex</span>
        <select
          value={context.sex ?? ''}
          onChange={(event) =>
            set({ sex: event.target.value === '' ? undefined : (event.target.value as 'F' | 'M') })
          }
        >
          <option value="">–</option>
          <option value="F">F</option>
          <option value="M">M</option>
        </select>
      </label>
      <label>
        <span>Age</span>
        <input
          type="number"
          min={0}
          max={124}
          value={context.age ?? ''}
          onChange={(event) =>
            set({ age: event.target.value === '' ? undefined : Number(event.target.value) })
          }
        />
      </label>
    </div>
  );
}
