package org.passerelle;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a source file as the compiler reads it: where each is given to the database,
 * and whether its text is fixed ({@link FixedTexts}).
 */
final class Statements {
  private static final Predicate<String> CHANGES =
      Pattern.compile("^(update|delete) ", Pattern.CASE_INSENSITIVE).asPredicate();
  private static final Set<String> NOTHING_AWAITED =
      Set.of("executeWithoutResult", "forEach", "ifPresent", "ifPresentOrElse");

  /** Other ways to the database, each with a statement as the first argument of its methods. */
  private static final Set<String> OTHER_WAYS =
      Set.of(
          "NamedParameterJdbcOperations",
          "NamedParameterJdbcTemplate",
          "JdbcOperations",
          "JdbcTemplate",
          "Connection",
          "Statement",
          "Rows");

  private static final Pattern GIVES =
      Pattern.compile("query\\w*|\\w*[uU]pdate|execute\\w*|add(Batch)?|prepare(Statement|Call)");
  private final List<String> joined = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> unheeded = new ArrayList<>();
  private final FixedTexts fixedTexts = new FixedTexts();
  private final Set<String> otherWays = new HashSet<>();
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
        fixedTexts.methods.add(method);
        return super.visitMethod(method, method);
      }

      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable MethodTree around) {
        if (variable.getType() != null && OTHER_WAYS.contains(variable.getType().toString())) {
          otherWays.add(variable.getName().toString());
        }
        // a parameter is traced through its callers, everything else by what it is set to
        if (variable.getInitializer() != null) {
          fixedTexts.variables.put(variable.getName().toString(), variable);
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
        fixedTexts.calls.add(call);
        if (NOTHING_AWAITED.contains(FixedTexts.called(call))) {
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
    for (MethodInvocationTree call : fixedTexts.calls) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && givesAStatement(select)
          && !call.getArguments().isEmpty()
          && !isCallback(call.getArguments().get(0))
          && !fixedTexts.fixed(call.getArguments().get(0))) {
        joined.add(call.getArguments().get(0).toString());
      }
    }
  }

  private boolean givesAStatement(MemberSelectTree select) {
    String receiver = select.getExpression().toString().replaceFirst("^this\\.", "");
    return select.getIdentifier().contentEquals("sql")
        || select.toString().equals("CaseSight.in")
        || select.toString().equals("moved.rows")
        || (otherWays.contains(receiver) && GIVES.matcher(select.getIdentifier()).matches());
  }

  /** Work with a connection, whose own statements are looked at where they stand. */
  private boolean isCallback(ExpressionTree argument) {
    return argument instanceof LambdaExpressionTree
        || argument instanceof MemberReferenceTree
        || (argument instanceof TypeCastTree cast && isCallback(cast.getExpression()))
        || (argument instanceof MethodInvocationTree call
            && fixedTexts.methods.stream()
                .filter(method -> method.getName().contentEquals(FixedTexts.called(call)))
                .anyMatch(method -> String.valueOf(method.getReturnType()).contains("Callback<")));
  }

  private void lookAt(Tree work) {
    if (work instanceof MethodInvocationTree call && FixedTexts.called(call).equals("update")) {
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
        text instanceof IdentifierTree name
            ? fixedTexts.variables.get(name.getName().toString())
            : null;
    return set == null ? Optional.empty() : beginning(set.getInitializer());
  }
}
