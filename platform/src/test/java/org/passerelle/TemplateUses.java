package org.passerelle;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import org.passerelle.TemplateReach.Reach;
import org.passerelle.TemplateSteps.Call;
import org.passerelle.TemplateSteps.Form;
import org.passerelle.TemplateSteps.Put;
import org.passerelle.TemplateSteps.Show;
import org.passerelle.TemplateSteps.Step;
import org.passerelle.TemplateTexts.Value;
import org.passerelle.TemplateWays.Frame;

/**
 * Where templates are shown and what each receives there: from the method that shows it, from those
 * it calls, and on each way of calls that leads to it.
 */
final class TemplateUses {
  /** Calls behind one another that are followed. */
  private static final int DEPTH = 8;

  private final Trees trees;
  private final TemplateSteps steps;
  private final TemplateWays ways;
  private final TemplateReach reaches;
  private final TemplateTexts texts;
  private final Set<String> unseen = new TreeSet<>();

  /**
   * What a template receives under a name.
   *
   * @param always whether on every path through the methods
   * @param values what may be put in; nothing for the form as it was sent
   * @param local whether the method that shows the template puts it in
   */
  record Received(boolean always, List<TreePath> values, boolean local) {}

  /**
   * One use of a template.
   *
   * @param alone whether it receives nothing that is put into every model
   */
  record Use(String template, String where, Map<String, Received> received, boolean alone) {}

  TemplateUses(Trees trees, Elements elements, TemplateSteps steps) {
    this.trees = trees;
    this.steps = steps;
    this.ways = new TemplateWays(elements, steps);
    this.reaches = new TemplateReach(trees);
    this.texts = new TemplateTexts(trees);
  }

  /** Every use whose template can be read from the text. */
  List<Use> all() {
    List<Use> all = new ArrayList<>();
    steps
        .all()
        .forEach(
            (method, list) ->
                list.forEach(
                    step -> {
                      if (step instanceof Show show) {
                        ways.to(method).forEach(frame -> add(show, frame, all));
                      }
                    }));
    return all;
  }

  /** Places that show a template whose name, or whose model, cannot be read from the text. */
  Set<String> unseen() {
    return unseen;
  }

  private void add(Show show, Frame frame, List<Use> all) {
    Optional<Set<String>> names = texts.of(new Value(show.template(), frame));
    if (names.isEmpty()) {
      unseen.add(where(show.at()));
      return;
    }
    Map<String, Received> received = new LinkedHashMap<>();
    if (show.model() != null) {
      Value model = texts.argument(new Value(show.model(), frame));
      if (!isNull(model.expression().getLeaf()) && !readMap(model, received)) {
        unseen.add(where(show.at()));
        return;
      }
    } else {
      collect(frame, show.at(), received, true);
      if (show.view() != null) {
        TreePath view = texts.argument(new Value(show.view(), frame)).expression();
        received.put("view", new Received(true, List.of(view), true));
      }
    }
    for (String name : names.get()) {
      if (!name.contains(":") && !name.startsWith("/")) {
        String template = name.replaceFirst("\\.jte$", "");
        all.add(new Use(template, where(show.at()), received, show.model() != null));
      }
    }
  }

  /** What was put into the model on the way to a place. */
  private void collect(Frame frame, TreePath at, Map<String, Received> received, boolean local) {
    if (frame.from() != null && frame.by() != null) {
      collect(frame.from(), frame.by().at(), received, false);
    }
    for (Step step : steps.all().getOrDefault(frame.method(), List.of())) {
      Reach reach = reaches.of(step.at(), at);
      if (reach != Reach.NEVER) {
        take(step, frame, reach == Reach.ALWAYS, received, local);
      }
    }
  }

  private void take(
      Step step, Frame frame, boolean always, Map<String, Received> received, boolean local) {
    if (step instanceof Put put) {
      texts
          .of(new Value(put.name(), frame))
          .ifPresentOrElse(
              names ->
                  names.forEach(
                      name ->
                          put(
                              name,
                              texts.argument(new Value(put.value(), frame)).expression(),
                              always && names.size() == 1,
                              received,
                              local)),
              () -> unseen.add(where(put.at())));
    } else if (step instanceof Form) {
      Received before = received.get("form");
      if (before == null || (always && !before.always() && before.values().isEmpty())) {
        received.put("form", new Received(always, List.of(), false));
      }
    } else if (step instanceof Show show && show.view() != null) {
      TreePath view = texts.argument(new Value(show.view(), frame)).expression();
      put("view", view, always, received, false);
    } else if (step instanceof Call call && frame.depth() < DEPTH) {
      for (ExecutableElement called : ways.bodies(call.called())) {
        if (!frame.passes(called)) {
          Frame inner = new Frame(called, call, frame);
          for (Step next : steps.all().getOrDefault(called, List.of())) {
            boolean sure = always && TemplateReach.ofEnd(next.at()) == Reach.ALWAYS;
            take(next, inner, sure, received, false);
          }
        }
      }
    }
  }

  private static void put(
      String name, TreePath value, boolean always, Map<String, Received> received, boolean local) {
    Received before = received.get(name);
    List<TreePath> values = new ArrayList<>();
    if (before != null && !always) {
      values.addAll(before.values());
    }
    values.add(value);
    received.put(
        name,
        new Received(
            always || (before != null && before.always()),
            values,
            local || (before != null && before.local())));
  }

  /** The entries of {@code Map.of(…)}; false if the model is made in another way. */
  private boolean readMap(Value model, Map<String, Received> received) {
    if (!(model.expression().getLeaf() instanceof MethodInvocationTree call)
        || !call.getMethodSelect().toString().equals("Map.of")) {
      return false;
    }
    List<TreePath> given =
        call.getArguments().stream().map(a -> new TreePath(model.expression(), a)).toList();
    for (int i = 0; i + 1 < given.size(); i += 2) {
      Value key = new Value(given.get(i), model.frame());
      TreePath value = given.get(i + 1);
      texts
          .of(key)
          .ifPresent(
              names ->
                  names.forEach(n -> received.put(n, new Received(true, List.of(value), true))));
    }
    return true;
  }

  private static boolean isNull(Tree model) {
    return model.getKind() == Tree.Kind.NULL_LITERAL
        || (model instanceof TypeCastTree cast && isNull(cast.getExpression()));
  }

  private String where(TreePath at) {
    LineMap lines = at.getCompilationUnit().getLineMap();
    long from = trees.getSourcePositions().getStartPosition(at.getCompilationUnit(), at.getLeaf());
    Path file = Path.of(at.getCompilationUnit().getSourceFile().toUri()).getFileName();
    return file + ":" + lines.getLineNumber(from);
  }
}
