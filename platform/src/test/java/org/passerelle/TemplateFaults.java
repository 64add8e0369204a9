package org.passerelle;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.passerelle.TemplateParameters.Declared;
import org.passerelle.TemplateUses.Received;
import org.passerelle.TemplateUses.Use;

/** Compares what templates receive with what they declare. */
final class TemplateFaults {
  /** Put into every model that answers a request. */
  private static final String PAGE = "page";

  private final Trees trees;
  private final Types types;
  private final TemplateParameters parameters;
  private final Set<String> faults = new TreeSet<>();

  TemplateFaults(Trees trees, Types types, TemplateParameters parameters) {
    this.trees = trees;
    this.types = types;
    this.parameters = parameters;
  }

  /** Everything that is wrong, each in one line that begins with the place. */
  Set<String> of(List<Use> uses) {
    // by place: a method for several templates may give one of them what another one needs
    Map<String, Set<String>> given = new HashMap<>();
    Map<String, Set<String>> declared = new HashMap<>();
    for (Use use : uses) {
      List<Declared> its = parameters.of(use.template()).orElse(null);
      if (its == null) {
        faults.add(use.where() + " shows " + use.template() + ", which is not there");
        continue;
      }
      compare(use, its);
      Set<String> names = given.computeIfAbsent(use.where(), place -> new HashSet<>());
      use.received()
          .forEach(
              (name, received) -> {
                if (received.local()) {
                  names.add(name);
                }
              });
      Set<String> known = declared.computeIfAbsent(use.where(), place -> new HashSet<>());
      its.forEach(one -> known.add(one.name()));
    }
    given.forEach(
        (place, names) -> {
          names.removeAll(declared.getOrDefault(place, Set.of()));
          names.forEach(name -> faults.add(place + " gives " + name + ", which nothing declares"));
        });
    return faults;
  }

  private void compare(Use use, List<Declared> its) {
    for (Declared parameter : its) {
      String at = use.where() + " " + use.template() + ": " + parameter.name();
      Received received = use.received().get(parameter.name());
      if (received != null) {
        if (!received.always() && !parameter.optional()) {
          faults.add(at + " is perhaps missing");
        }
        received.values().forEach(value -> compare(value, parameter, at));
      } else if (!parameter.optional() && (use.alone() || !parameter.name().equals(PAGE))) {
        faults.add(at + " is missing");
      }
    }
  }

  private void compare(TreePath value, Declared parameter, String at) {
    if (value.getLeaf() instanceof ConditionalExpressionTree choice) {
      compare(new TreePath(value, choice.getTrueExpression()), parameter, at);
      compare(new TreePath(value, choice.getFalseExpression()), parameter, at);
    } else if (value.getLeaf() instanceof ParenthesizedTree inner) {
      compare(new TreePath(value, inner.getExpression()), parameter, at);
    } else {
      TypeMirror given = trees.getTypeMirror(value);
      if (!fits(given, parameter.type(), value.getLeaf())) {
        faults.add("%s is %s and receives %s".formatted(at, parameter.type(), given));
      }
    }
  }

  private boolean fits(TypeMirror given, TypeMirror wanted, Tree expression) {
    if (given.getKind() == TypeKind.NULL) {
      return !wanted.getKind().isPrimitive();
    }
    TypeMirror one = boxed(given);
    TypeMirror other = boxed(wanted);
    return types.isAssignable(one, other)
        || (isEmptyOfAnything(expression, one)
            && types.isAssignable(types.erasure(one), types.erasure(other)));
  }

  private TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
        : type;
  }

  /** {@code List.of()}, where nothing says of what. */
  private static boolean isEmptyOfAnything(Tree expression, TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .allMatch(argument -> argument.toString().equals("java.lang.Object"))
        && ((expression instanceof MethodInvocationTree call && call.getArguments().isEmpty())
            || (expression instanceof NewClassTree made && made.getArguments().isEmpty()));
  }
}
