package org.passerelle.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a form, question by question. */
public final class FormComparison {
  private FormComparison() {}

  /** What happened to a question. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    SAME
  }

  /**
   * A question in both versions.
   *
   * @param aspects what changed: {@code label}, {@code hint}, {@code type}, {@code codes}, {@code
   *     show-if}, {@code required}, {@code category}, {@code reporting}, {@code maps-to}, {@code
   *     limits}
   * @param codesGone codes that can no longer be selected
   */
  public record Difference(
      String question,
      Kind kind,
      @Nullable Question before,
      @Nullable Question after,
      List<String> aspects,
      List<String> codesGone) {
    public Difference {
      aspects = List.copyOf(aspects);
      codesGone = List.copyOf(codesGone);
    }

    /** Codes under which the answers are counted, before and after. */
    public Set<String> reporting() {
      Set<String> codes = new LinkedHashSet<>();
      if (before != null && before.reporting() != null) {
        codes.add(before.reporting());
      }
      if (after != null && after.reporting() != null) {
        codes.add(after.reporting());
      }
      return codes;
    }

    /** The question in the new version, or in the old one if it is gone. */
    public Question shown() {
      return Objects.requireNonNull(after == null ? before : after);
    }
  }

  /** A question whose answers change category, so that different people may read them. */
  public record Moved(Question before, Question after) {}

  /**
   * Finds the questions that change category.
   *
   * @param earlier earlier versions, newest first: a question that was left out for a while is
   *     compared with the last version that asked it
   */
  public static List<Moved> moved(List<FormDefinition> earlier, FormDefinition after) {
    List<Moved> moved = new ArrayList<>();
    for (Question now : after.questions()) {
      earlier.stream()
          .flatMap(form -> form.question(now.id()).stream())
          .findFirst()
          .filter(then -> then.category() != now.category())
          .ifPresent(then -> moved.add(new Moved(then, now)));
    }
    return moved;
  }

  /** Compares the versions; the new version's questions in its order, then the removed ones. */
  public static List<Difference> of(@Nullable FormDefinition before, FormDefinition after) {
    List<Difference> differences = new ArrayList<>();
    for (Question now : after.questions()) {
      Optional<Question> then = before == null ? Optional.empty() : before.question(now.id());
      differences.add(
          then.map(question -> changed(question, now))
              .orElseGet(
                  () -> new Difference(now.id(), Kind.ADDED, null, now, List.of(), List.of())));
    }
    if (before != null) {
      for (Question then : before.questions()) {
        if (after.question(then.id()).isEmpty()) {
          differences.add(
              new Difference(then.id(), Kind.REMOVED, then, null, List.of(), codes(then)));
        }
      }
    }
    return differences;
  }

  private static Difference changed(Question then, Question now) {
    List<String> aspects = new ArrayList<>();
    add(aspects, "label", then.label(), now.label());
    add(aspects, "hint", then.hint(), now.hint());
    add(aspects, "type", then.type(), now.type());
    add(aspects, "codes", then.options(), now.options());
    add(aspects, "show-if", String.valueOf(then.showIf()), String.valueOf(now.showIf()));
    add(aspects, "required", then.required(), now.required());
    add(aspects, "category", then.category(), now.category());
    add(aspects, "reporting", then.reporting(), now.reporting());
    add(aspects, "maps-to", then.mapsTo(), now.mapsTo());
    add(
        aspects,
        "limits",
        List.of(String.valueOf(then.min()), String.valueOf(then.max()), then.future()),
        List.of(String.valueOf(now.min()), String.valueOf(now.max()), now.future()));
    List<String> gone = new ArrayList<>(codes(then));
    gone.removeAll(codes(now));
    return new Difference(
        now.id(), aspects.isEmpty() ? Kind.SAME : Kind.CHANGED, then, now, aspects, gone);
  }

  private static List<String> codes(Question question) {
    return question.options().stream()
        .filter(code -> !code.retired())
        .map(Code::code)
        .collect(Collectors.toList());
  }

  private static void add(
      List<String> aspects, String aspect, @Nullable Object then, @Nullable Object now) {
    if (!Objects.equals(then, now)) {
      aspects.add(aspect);
    }
  }
}
