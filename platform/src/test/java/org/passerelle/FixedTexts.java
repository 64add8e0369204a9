package org.passerelle;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Which texts of a source file are fixed when it is compiled: a text block, a constant made of
 * them, a choice between them, and a parameter that every caller in the file gives such a text.
 */
final class FixedTexts {
  final Map<String, VariableTree> variables = new HashMap<>();
  final List<MethodTree> methods = new ArrayList<>();
  final List<MethodInvocationTree> calls = new ArrayList<>();
  private final Set<String> tracing = new HashSet<>();

  /** Whether nothing that comes from outside can be part of the text. */
  boolean fixed(ExpressionTree text) {
    if (text instanceof LiteralTree) {
      return true;
    }
    if (text instanceof ParenthesizedTree around) {
      return fixed(around.getExpression());
    }
    if (text instanceof ConditionalExpressionTree choice) {
      return fixed(choice.getTrueExpression()) && fixed(choice.getFalseExpression());
    }
    if (text instanceof SwitchExpressionTree choice) {
      return choice.getCases().stream().allMatch(this::fixed);
    }
    if (text instanceof BinaryTree both) {
      return constant(both.getLeftOperand()) && constant(both.getRightOperand());
    }
    if (text instanceof MethodInvocationTree rule) {
      // the rule of who sees a case is the only text that comes into another
      return rule.getMethodSelect().toString().equals("CaseSight.in")
          && fixed(rule.getArguments().get(0));
    }
    return text instanceof IdentifierTree name && named(name.getName().toString());
  }

  private boolean fixed(CaseTree one) {
    Tree body = one.getBody();
    return body instanceof ExpressionTree text && fixed(text);
  }

  /** A constant of the language: it can hold nothing that comes from outside. */
  private boolean constant(ExpressionTree text) {
    if (text instanceof LiteralTree) {
      return true;
    }
    if (text instanceof BinaryTree both) {
      return constant(both.getLeftOperand()) && constant(both.getRightOperand());
    }
    if (!(text instanceof IdentifierTree name)) {
      return false;
    }
    VariableTree set = variables.get(name.getName().toString());
    return set != null
        && set.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
        && fixed(set.getInitializer());
  }

  private boolean named(String name) {
    VariableTree set = variables.get(name);
    if (set != null) {
      return fixed(set.getInitializer());
    }
    boolean found = false;
    for (MethodTree method : methods) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        if (method.getParameters().get(i).getName().contentEquals(name)
            && usedAsText(method, name)) {
          found = true;
          if (!everyCallerFixes(method, i)) {
            return false;
          }
        }
      }
    }
    return found;
  }

  private static boolean usedAsText(MethodTree method, String name) {
    return method.getBody() != null
        && method.getBody().toString().matches("(?s).*\\(" + name + "\\b.*");
  }

  /** Callers in this file; one that others may call is not traced, so it is not fixed. */
  private boolean everyCallerFixes(MethodTree method, int position) {
    String name = method.getName().toString();
    if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
      return false;
    }
    if (!tracing.add(name + position)) {
      return true;
    }
    try {
      return calls.stream()
          .filter(call -> call.getArguments().size() == method.getParameters().size())
          .filter(call -> called(call).equals(name))
          .allMatch(call -> fixed(call.getArguments().get(position)));
    } finally {
      tracing.remove(name + position);
    }
  }

  /** The name of the method. */
  static String called(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : call.getMethodSelect().toString();
  }
}
