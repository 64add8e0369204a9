package org.passerelle;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.passerelle.TemplateWays.Frame;

/** What an expression comes to on a way of calls: the callers' arguments, and fixed texts. */
final class TemplateTexts {
  private final Trees trees;

  TemplateTexts(Trees trees) {
    this.trees = trees;
  }

  /** An expression on a way of calls, which says what parameters in it are. */
  record Value(TreePath expression, Frame frame) {}

  /** An expression, or what the caller gave where it is a parameter. */
  Value argument(Value value) {
    Frame frame = value.frame();
    Tree leaf = value.expression().getLeaf();
    if (leaf instanceof IdentifierTree && frame.by() != null && frame.from() != null) {
      Element named = trees.getElement(value.expression());
      int index = frame.method().getParameters().indexOf(named);
      if (index >= 0 && isLoose(frame.method().getParameters().get(index))) {
        return argument(new Value(frame.by().argument(index), frame.from()));
      }
    }
    return value;
  }

  /** Whether a parameter's type says less than what its callers give. */
  private static boolean isLoose(VariableElement parameter) {
    String type = parameter.asType().toString();
    return type.endsWith("Object") || type.endsWith("String") || type.startsWith("java.util.Map");
  }

  /** The texts that an expression can come to; empty if they cannot be read. */
  Optional<Set<String>> of(Value at) {
    Value value = argument(at);
    TreePath path = value.expression();
    Tree leaf = path.getLeaf();
    if (leaf instanceof LiteralTree literal) {
      return literal.getValue() instanceof String text
          ? Optional.of(Set.of(text))
          : Optional.empty();
    }
    if (leaf instanceof ParenthesizedTree inner) {
      return of(new Value(new TreePath(path, inner.getExpression()), value.frame()));
    }
    if (leaf instanceof ConditionalExpressionTree choice) {
      return both(path, choice.getTrueExpression(), choice.getFalseExpression(), value.frame(), "");
    }
    if (leaf instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return both(path, sum.getLeftOperand(), sum.getRightOperand(), value.frame(), "+");
    }
    Element named = trees.getElement(path);
    return named instanceof VariableElement variable
            && variable.getConstantValue() instanceof String text
        ? Optional.of(Set.of(text))
        : Optional.empty();
  }

  private Optional<Set<String>> both(TreePath path, Tree one, Tree two, Frame frame, String how) {
    Optional<Set<String>> first = of(new Value(new TreePath(path, one), frame));
    Optional<Set<String>> second = of(new Value(new TreePath(path, two), frame));
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>();
    if (how.isEmpty()) {
      all.addAll(first.get());
      all.addAll(second.get());
    } else {
      first.get().forEach(a -> second.get().forEach(b -> all.add(a + b)));
    }
    return Optional.of(all);
  }
}
