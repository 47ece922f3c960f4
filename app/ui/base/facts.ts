import { Children, Fragment, isValidElement, type ReactNode } from "react";

/** The single facts in what a component was given: fragments are opened, and what is empty or false is left out. */
export function factsOf(nodes: ReactNode): ReactNode[] {
  return Children.toArray(nodes)
    .flatMap((node) => (isFragment(node) ? factsOf(node.props.children) : [node]))
    .filter((node) => node !== "");
}

function isFragment(node: ReactNode): node is React.ReactElement<{ children?: ReactNode }> {
  return isValidElement(node) && node.type === Fragment;
}
