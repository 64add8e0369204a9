package org.passerelle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import org.passerelle.TemplateSteps.Call;

/** The ways of calls by which a handler comes to a method. */
final class TemplateWays {
  private final Elements elements;
  private final TemplateSteps steps;
  private final Map<ExecutableElement, List<Call>> callers = new HashMap<>();
  private final Map<ExecutableElement, List<ExecutableElement>> implementations = new HashMap<>();

  /**
   * A method on a way of calls.
   *
   * @param by the call by which it is reached, or null for a handler
   * @param from the method of that call
   */
  record Frame(ExecutableElement method, @Nullable Call by, @Nullable Frame from) {
    int depth() {
      return from == null ? 0 : from.depth() + 1;
    }

    boolean passes(ExecutableElement other) {
      return method.equals(other) || (from != null && from.passes(other));
    }
  }

  TemplateWays(Elements elements, TemplateSteps steps) {
    this.elements = elements;
    this.steps = steps;
    for (List<TemplateSteps.Step> its : steps.all().values()) {
      for (TemplateSteps.Step step : its) {
        if (step instanceof Call call) {
          bodies(call.called())
              .forEach(body -> callers.computeIfAbsent(body, c -> new ArrayList<>()).add(call));
        }
      }
    }
  }

  /** A method, or those that implement it. */
  List<ExecutableElement> bodies(ExecutableElement called) {
    return steps.all().containsKey(called) && !called.getModifiers().contains(Modifier.ABSTRACT)
        ? List.of(called)
        : implementations.computeIfAbsent(called, this::implementing);
  }

  private List<ExecutableElement> implementing(ExecutableElement called) {
    return steps.all().keySet().stream()
        .filter(method -> method.getSimpleName().equals(called.getSimpleName()))
        .filter(
            method ->
                elements.overrides(method, called, (TypeElement) method.getEnclosingElement()))
        .toList();
  }

  /** Every way to a method; of two in a circle, each is taken once. */
  List<Frame> to(ExecutableElement method) {
    return to(method, Set.of());
  }

  private List<Frame> to(ExecutableElement method, Set<ExecutableElement> behind) {
    List<Frame> all = new ArrayList<>();
    List<Call> by = callers.getOrDefault(method, List.of());
    if (by.isEmpty() || isHandler(method)) {
      all.add(new Frame(method, null, null));
    }
    Set<ExecutableElement> passed = new HashSet<>(behind);
    passed.add(method);
    for (Call call : by) {
      if (!passed.contains(call.caller())) {
        to(call.caller(), passed).forEach(from -> all.add(new Frame(method, call, from)));
      }
    }
    return all;
  }

  /** Whether requests come to it. */
  static boolean isHandler(ExecutableElement method) {
    for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().endsWith("Mapping")) {
        return true;
      }
    }
    return false;
  }
}
