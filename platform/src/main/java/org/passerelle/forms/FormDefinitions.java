package org.passerelle.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every version of every form, and the shared code lists. Safe for concurrent use; a version
 * activated at run time becomes visible to all threads at once, and existing versions never change.
 *
 * <p>A file contains one version of one form; older versions are kept beside the current one under
 * any file name ({@code follow-up.v1.yaml}). An included fragment is named with its version ({@code
 * screening-core@2}) once it has several.
 */
public final class FormDefinitions {
  private volatile Map<String, TreeMap<Integer, FormDefinition>> forms;
  private final CodeLists lists;

  private FormDefinitions(Collection<FormDefinition> definitions, CodeLists lists) {
    Map<String, TreeMap<Integer, FormDefinition>> all = new TreeMap<>();
    for (FormDefinition one : definitions) {
      all.computeIfAbsent(one.form(), form -> new TreeMap<>()).put(one.version(), one);
    }
    this.forms = all;
    this.lists = lists;
  }

  /** Replaces the forms by those of another reading; the shared lists are the same. */
  void become(FormDefinitions other) {
    forms = other.forms;
  }

  /**
   * Reads definitions and checks all of them.
   *
   * @param files content by file name; {@code lists.yaml} contains the shared lists
   * @throws FormsInvalid with every problem found
   */
  public static FormDefinitions read(Map<String, String> files) {
    List<FormProblem> problems = new ArrayList<>();
    FormFiles read = FormFiles.of(files, problems);
    if (problems.isEmpty()) {
      List<FormDefinition> complete = read.complete(problems);
      if (problems.isEmpty()) {
        return new FormDefinitions(complete, new CodeLists(read.shared()));
      }
    }
    throw new FormsInvalid(problems);
  }

  /** The shared code lists. */
  public CodeLists lists() {
    return lists;
  }

  /** The newest version of a form. */
  public Optional<FormDefinition> current(String form) {
    return Optional.ofNullable(forms.get(form)).map(versions -> versions.lastEntry().getValue());
  }

  /** One version of a form, including versions no longer in use. */
  public Optional<FormDefinition> version(String form, int version) {
    return Optional.ofNullable(forms.get(form)).map(versions -> versions.get(version));
  }

  /** All versions of a form, newest first. */
  public List<FormDefinition> versions(String form) {
    return forms.containsKey(form)
        ? List.copyOf(forms.getOrDefault(form, new TreeMap<>()).descendingMap().values())
        : List.of();
  }

  /**
   * The newest version of every form of a kind, ordered: short ones, general ones, best verified
   * first.
   */
  public List<FormDefinition> current(FormDefinition.Kind kind) {
    return forms.values().stream()
        .map(versions -> versions.lastEntry().getValue())
        .filter(form -> form.kind() == kind)
        .sorted(
            Comparator.comparing((FormDefinition form) -> !form.form().equals("screening-short"))
                .thenComparing(form -> form.audience() != FormDefinition.Audience.ANY)
                .thenComparing(form -> form.verification().state())
                .thenComparing(FormDefinition::form))
        .toList();
  }

  /** Every version of every form. */
  public List<FormDefinition> all() {
    return forms.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }
}
