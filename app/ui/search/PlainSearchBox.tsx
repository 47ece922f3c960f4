import { Icon } from "#app/ui/icons/Icon.tsx";

export interface PlainSearchBoxProps {
  action: string;
  label: string;
  button: string;
  placeholder?: string;
  query?: string;
  kept?: readonly (readonly [string, string])[];
  className?: string;
}

/** A large search box that needs no script: for public pages and lists. */
export function PlainSearchBox(props: PlainSearchBoxProps) {
  const { action, label, button, placeholder, query, kept = [], className = "" } = props;
  return (
    <form className={`find find--big ${className}`.trim()} role="search" aria-label={label} action={action}>
      <label className="visually-hidden" htmlFor="f-q">
        {label}
      </label>
      <input
        id="f-q"
        name="q"
        type="search"
        defaultValue={query}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={1000}
      />
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" aria-label={button}>
        <Icon name="search" />
      </button>
    </form>
  );
}
