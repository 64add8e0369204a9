package org.passerelle;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * What each method does to the model of a page, in the order of its text: it puts a value in, calls
 * another method, or shows a template.
 */
final class TemplateSteps extends TreePathScanner<@Nullable Void, @Nullable ExecutableElement> {
  private static final Set<String> MODELS =
      Set.of("org.springframework.ui.Model", "org.springframework.ui.ModelMap");
  private static final Set<String> ACTS =
      Set.of("org.passerelle.pages.Act", "org.passerelle.pages.Visit");
  private static final String ANSWER = "org.springframework.web.servlet.ModelAndView";
  private static final String RECEIVER = "java.util.function.BiConsumer";
  private static final String ENGINE = "gg.jte.TemplateEngine";

  /** Methods of an act after which the template has the form, unless another one was put in. */
  private static final Set<String> READS_FORM = Set.of("form", "submit", "more", "again", "once");

  /** As in {@code return "protect/cases/looked"}; an address begins with a slash. */
  private static final Predicate<String> TEMPLATE =
      Pattern.compile("[a-z]+(/[a-z-]+)+").asMatchPredicate();

  private static final Predicate<String> FOLDER =
      Pattern.compile("[a-z]+/[a-z/-]*").asMatchPredicate();

  private final Trees trees;
  private final Map<ExecutableElement, List<Step>> steps = new LinkedHashMap<>();

  /** A step of a method. */
  sealed interface Step {
    TreePath at();
  }

  /** A value, by the name under which the template receives it. */
  record Put(TreePath at, TreePath name, TreePath value) implements Step {}

  /** The form as it was sent or is proposed, under its own name. */
  record Form(TreePath at) implements Step {}

  /** A call of another method. */
  record Call(TreePath at, ExecutableElement called, ExecutableElement caller) implements Step {
    TreePath argument(int index) {
      return new TreePath(at, ((MethodInvocationTree) at.getLeaf()).getArguments().get(index));
    }
  }

  /**
   * A template is shown.
   *
   * @param view its view, or null
   * @param model the map of all that it receives, or null for that of the request
   */
  record Show(TreePath at, TreePath template, @Nullable TreePath view, @Nullable TreePath model)
      implements Step {}

  TemplateSteps(Trees trees) {
    this.trees = trees;
  }

  /** Every method with its steps. */
  Map<ExecutableElement, List<Step>> all() {
    return steps;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable ExecutableElement around) {
    ExecutableElement element = (ExecutableElement) trees.getElement(getCurrentPath());
    steps.put(element, new ArrayList<>());
    return super.visitMethod(method, element);
  }

  @Override
  public @Nullable Void visitMethodInvocation(
      MethodInvocationTree call, @Nullable ExecutableElement around) {
    if (around != null
        && trees.getElement(new TreePath(getCurrentPath(), call.getMethodSelect()))
            instanceof ExecutableElement called) {
      step(call, called, around);
    }
    return super.visitMethodInvocation(call, around);
  }

  private void step(MethodInvocationTree call, ExecutableElement called, ExecutableElement around) {
    String owner = String.valueOf(called.getEnclosingElement());
    String name = called.getSimpleName().toString();
    List<? extends ExpressionTree> given = call.getArguments();
    TreePath here = getCurrentPath();
    if (puts(owner, name)
        && given.size() == 2
        && String.valueOf(trees.getTypeMirror(below(given.get(0)))).equals("java.lang.String")) {
      add(around, new Put(here, below(given.get(0)), below(given.get(1))));
    } else if (ACTS.contains(owner) && name.equals("show")) {
      TreePath view = given.size() == 2 ? below(given.get(1)) : null;
      add(around, new Show(here, below(given.get(0)), view, null));
    } else if (owner.equals(ENGINE) && name.equals("render")) {
      add(around, new Show(here, below(given.get(0)), null, below(given.get(1))));
    } else if (ACTS.contains(owner) && READS_FORM.contains(name)) {
      add(around, new Form(below(call.getMethodSelect())));
    } else {
      add(around, new Call(here, called, around));
    }
  }

  private static boolean puts(String owner, String name) {
    return (ACTS.contains(owner) && name.equals("with"))
        || (owner.equals(RECEIVER) && name.equals("accept"))
        || (MODELS.contains(owner) && name.equals("addAttribute"))
        || ((owner.equals(ANSWER) || MODELS.contains(owner)) && name.equals("addObject"));
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, @Nullable ExecutableElement around) {
    if (around != null
        && !made.getArguments().isEmpty()
        && String.valueOf(trees.getTypeMirror(getCurrentPath())).equals(ANSWER)) {
      // what is put in stands behind it, up to the end of its block
      TreePath block = getCurrentPath();
      while (!(block.getLeaf() instanceof BlockTree)) {
        block = block.getParentPath();
      }
      add(around, new Show(block, below(made.getArguments().get(0)), null, null));
    }
    return super.visitNewClass(made, around);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree returned, @Nullable ExecutableElement around) {
    if (around != null && takesModel(around) && namesTemplate(returned.getExpression(), around)) {
      TreePath template = below(returned.getExpression());
      add(around, new Show(getCurrentPath(), template, null, null));
    }
    return super.visitReturn(returned, around);
  }

  private boolean namesTemplate(@Nullable Tree returned, ExecutableElement method) {
    if (returned instanceof ConditionalExpressionTree choice) {
      return namesTemplate(choice.getTrueExpression(), method)
          || namesTemplate(choice.getFalseExpression(), method);
    }
    if (returned instanceof IdentifierTree name) {
      return method.getParameters().stream()
          .anyMatch(parameter -> parameter.getSimpleName().equals(name.getName()));
    }
    return returned instanceof BinaryTree sum
        ? says(sum.getLeftOperand(), FOLDER)
        : says(returned, TEMPLATE);
  }

  private static boolean says(@Nullable Tree literal, Predicate<String> what) {
    return literal instanceof LiteralTree one
        && one.getValue() instanceof String text
        && what.test(text);
  }

  /** Whether a method answers with the name of a template for the model that it was given. */
  private static boolean takesModel(ExecutableElement method) {
    return method.getReturnType().toString().equals("java.lang.String")
        && (TemplateWays.isHandler(method)
            || method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .anyMatch(type -> MODELS.contains(type) || ACTS.contains(type)));
  }

  private void add(ExecutableElement around, Step step) {
    steps.computeIfAbsent(around, method -> new ArrayList<>()).add(step);
  }

  private TreePath below(Tree tree) {
    return new TreePath(getCurrentPath(), tree);
  }
}
