package org.passerelle;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a source file as the compiler reads it: where each is given to the database,
 * and whether its text is fixed. Fixed is a text block, a constant made of them, a choice between
 * them, and a parameter that every caller in the file gives such a text.
 */
final class Statements {
  private static final Predicate<String> CHANGES =
      Pattern.compile("^(update|delete) ", Pattern.CASE_INSENSITIVE).asPredicate();
  private static final Set<String> NOTHING_AWAITED =
      Set.of("executeWithoutResult", "forEach", "ifPresent", "ifPresentOrElse");
  private final List<String> joined = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> unheeded = new ArrayList<>();
  private final Map<String, VariableTree> variables = new HashMap<>();
  private final List<MethodTree> methods = new ArrayList<>();
  private final List<MethodInvocationTree> calls = new ArrayList<>();
  private final Set<String> tracing = new HashSet<>();
  private final List<Tree> dropped = new ArrayList<>();
  private final Set<Tree> given = new HashSet<>();

  /** Reads files, all by one compiler: it is made ready once. */
  static Map<Path, Statements> of(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      Map<Path, Statements> all = new TreeMap<>();
      for (CompilationUnitTree unit : task.parse()) {
        Statements found = new Statements();
        found.read(unit);
        all.put(Path.of(unit.getSourceFile().toUri()), found);
      }
      return all;
    }
  }

  /** Statements whose text is put together from something that is not fixed. */
  List<String> joined() {
    return List.copyOf(joined);
  }

  /** Every text of the file. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** Updates and deletes whose count nobody looks at, each by how it begins. */
  List<String> unheeded() {
    return List.copyOf(unheeded);
  }

  private void read(CompilationUnitTree unit) {
    new TreeScanner<@Nullable Void, @Nullable MethodTree>() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, @Nullable MethodTree around) {
        methods.add(method);
        return super.visitMethod(method, method);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable MethodTree around) {
        // a parameter is traced through its callers, everything else by what it is set to
        if (variable.getInitializer() != null) {
          variables.put(variable.getName().toString(), variable);
        }
        return super.visitVariable(variable, around);
      }

      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable MethodTree around) {
        if (literal.getValue() instanceof String text) {
          texts.add(text);
        }
        return super.visitLiteral(literal, around);
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable MethodTree around) {
        calls.add(call);
        if (NOTHING_AWAITED.contains(called(call))) {
          given.addAll(call.getArguments());
        }
        return super.visitMethodInvocation(call, around);
      }

      @Override
      public @Nullable Void visitExpressionStatement(
          ExpressionStatementTree statement, @Nullable MethodTree around) {
        dropped.add(statement.getExpression());
        return super.visitExpressionStatement(statement, around);
      }

      @Override
      public @Nullable Void visitLambdaExpression(
          LambdaExpressionTree lambda, @Nullable MethodTree around) {
        // what it comes to is given to somebody, unless nothing is awaited of it
        if (given.contains(lambda)) {
          dropped.add(lambda.getBody());
        }
        return super.visitLambdaExpression(lambda, around);
      }

      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable MethodTree around) {
        return super.visitClass(type, null);
      }
    }.scan(unit, null);
    dropped.forEach(this::lookAt);
    for (MethodInvocationTree call : calls) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && (select.getIdentifier().contentEquals("sql")
              || select.toString().equals("CaseSight.in")
              || select.toString().equals("moved.rows"))
          && !call.getArguments().isEmpty()
          && !fixed(call.getArguments().get(0))) {
        joined.add(call.getArguments().get(0).toString());
      }
    }
  }

  private void lookAt(Tree work) {
    if (work instanceof MethodInvocationTree call && called(call).equals("update")) {
      ExpressionTree before = call;
      while (before instanceof MethodInvocationTree one
          && one.getMethodSelect() instanceof MemberSelectTree select) {
        if (select.getIdentifier().contentEquals("sql") && !one.getArguments().isEmpty()) {
          beginning(one.getArguments().get(0)).filter(CHANGES).ifPresent(unheeded::add);
        }
        before = select.getExpression();
      }
    }
  }

  /** How a statement begins: enough to tell what it does to what. */
  private Optional<String> beginning(ExpressionTree text) {
    if (text instanceof LiteralTree literal && literal.getValue() instanceof String said) {
      return Optional.of(said.strip().replaceAll("\\s+", " "));
    }
    if (text instanceof BinaryTree both) {
      return beginning(both.getLeftOperand());
    }
    if (text instanceof ConditionalExpressionTree choice) {
      return beginning(choice.getTrueExpression());
    }
    VariableTree set =
        text instanceof IdentifierTree name ? variables.get(name.getName().toString()) : null;
    return set == null ? Optional.empty() : beginning(set.getInitializer());
  }

  private boolean fixed(ExpressionTree text) {
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

  private static String called(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : call.getMethodSelect().toString();
  }
}
