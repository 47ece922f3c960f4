import { type BinaryOperationNode, type OperationNode, SqliteDialect, SqliteQueryCompiler } from "kysely";

/**
 * SQLite as Kysely knows it, but that nothing is in an empty list, and everything not: databases differ in what they
 * say to `in ()`. Written when a query is compiled: a plugin would copy every query for it beforehand, and look no
 * deeper than the first condition.
 */
export class Dialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new Compiler();
  }
}

class Compiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const operator = "operator" in node.operator ? node.operator.operator : undefined;
    if ((operator === "in" || operator === "not in") && isEmptyList(node.rightOperand)) {
      this.append(operator === "in" ? "1 = 0" : "1 = 1");
    } else super.visitBinaryOperation(node);
  }
}

function isEmptyList(node: OperationNode): boolean {
  const isList = node.kind === "PrimitiveValueListNode" || node.kind === "ValueListNode";
  return isList && "values" in node && Array.isArray(node.values) && node.values.length === 0;
}
