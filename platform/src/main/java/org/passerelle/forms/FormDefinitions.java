package org.passerelle.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every version of every form, and the shared code lists. Threads may share it; a version that is
 * activated while the house runs is there for all of them at once, and what is there never changes.
 *
 * <p>A file holds one version of one form; older versions stay beside the current one under any
 * file name ({@code follow-up.v1.yaml}). An included fragment is named with its version ({@code
 * screening-core@2}) as soon as it has several.
 */
public final class FormDefinitions {
  private static final String LISTS = "lists.yaml";

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

  /** Takes over the forms of another reading; the shared lists are the same. */
  void become(FormDefinitions other) {
    forms = other.forms;
  }

  /**
   * Reads definitions and checks all of them.
   *
   * @param files from the file's name to its content; {@code lists.yaml} holds the shared lists
   * @throws FormsInvalid with every problem found
   */
  public static FormDefinitions read(Map<String, String> files) {
    List<FormProblem> problems = new ArrayList<>();
    Map<String, CodeList> shared = new HashMap<>();
    Map<String, FormFile> read = new TreeMap<>();
    if (files.containsKey(LISTS)) {
      YamlFile.read(LISTS, files.getOrDefault(LISTS, ""), problems)
          .flatMap(yaml -> yaml.map("lists"))
          .ifPresent(yaml -> shared.putAll(FormReader.lists(yaml)));
    }
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      if (!file.getKey().equals(LISTS)) {
        YamlFile.read(file.getKey(), file.getValue(), problems)
            .map(yaml -> new FormReader(shared).read(yaml))
            .ifPresent(form -> add(form, read, problems));
      }
    }
    if (problems.isEmpty()) {
      List<FormDefinition> complete = complete(read, problems);
      if (problems.isEmpty()) {
        return new FormDefinitions(complete, new CodeLists(shared));
      }
    }
    throw new FormsInvalid(problems);
  }

  private static void add(FormFile file, Map<String, FormFile> read, List<FormProblem> problems) {
    FormFile other = read.putIfAbsent(key(file.own()), file);
    if (other != null) {
      problems.add(
          new FormProblem(
              file.file(),
              1,
              "",
              "version %d of \"%s\" is also in %s."
                  .formatted(file.own().version(), file.own().form(), other.file()),
              "this is version %d.".formatted(file.own().version() + 1)));
    }
  }

  private static String key(FormDefinition definition) {
    return definition.form() + "@" + definition.version();
  }

  private static List<FormDefinition> complete(
      Map<String, FormFile> read, List<FormProblem> problems) {
    List<FormDefinition> complete = new ArrayList<>();
    for (FormFile file : read.values()) {
      List<FormFile> parts = new ArrayList<>();
      for (String name : file.include()) {
        fragment(name, file, read, problems).ifPresent(parts::add);
      }
      parts.add(file);
      FormDefinition own = file.own();
      FormDefinition whole =
          new FormDefinition(
              own.form(),
              own.version(),
              FormFile.digest(parts),
              own.kind(),
              own.title(),
              own.about(),
              own.audience(),
              own.source(),
              own.verification(),
              own.banner(),
              own.scoring(),
              parts.stream().flatMap(part -> part.own().sections().stream()).toList());
      new FormCheck(file, whole, problems).run();
      complete.add(whole);
    }
    return complete;
  }

  private static Optional<FormFile> fragment(
      String name, FormFile file, Map<String, FormFile> read, List<FormProblem> problems) {
    List<FormFile> found =
        read.values().stream()
            .filter(one -> one.own().kind() == FormDefinition.Kind.FRAGMENT)
            .filter(one -> name.equals(one.own().form()) || name.equals(key(one.own())))
            .toList();
    boolean nested = found.size() == 1 && !found.get(0).include().isEmpty();
    if (found.size() == 1 && !nested) {
      return Optional.of(found.get(0));
    }
    problems.add(
        new FormProblem(
            file.file(),
            file.map().line("include"),
            "",
            nested
                ? "the fragment \"%s\" includes others itself.".formatted(name)
                : "it includes \"%s\", of which there are %d.".formatted(name, found.size()),
            nested
                ? "all of them can be included here."
                : found.isEmpty()
                    ? "it is misspelt or its kind is not fragment."
                    : "write %s, so that old versions keep what they asked."
                        .formatted(key(found.get(0).own()))));
    return Optional.empty();
  }

  /** The shared code lists. */
  public CodeLists lists() {
    return lists;
  }

  /** The newest version of a form. */
  public Optional<FormDefinition> current(String form) {
    return Optional.ofNullable(forms.get(form)).map(versions -> versions.lastEntry().getValue());
  }

  /** One version of a form, also one no longer in use. */
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
   * The newest version of every form of a kind: the short one, those for anybody, the best checked.
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
