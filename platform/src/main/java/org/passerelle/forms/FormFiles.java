package org.passerelle.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All files as read, before includes are resolved, and the shared code lists. Immutable; safe for
 * concurrent use.
 */
record FormFiles(Map<String, CodeList> shared, Map<String, FormFile> read) {
  static final String LISTS = "lists.yaml";

  /** Reads all files and records the problems of each. */
  static FormFiles of(Map<String, String> files, List<FormProblem> problems) {
    Map<String, CodeList> shared = new HashMap<>();
    if (files.containsKey(LISTS)) {
      YamlFile.read(LISTS, files.getOrDefault(LISTS, ""), problems)
          .flatMap(yaml -> yaml.map("lists"))
          .ifPresent(yaml -> shared.putAll(FormReader.lists(yaml)));
    }
    FormFiles all = new FormFiles(shared, new TreeMap<>());
    for (Map.Entry<String, String> file : new TreeMap<>(RenewedForms.whole(files)).entrySet()) {
      if (!file.getKey().equals(LISTS)) {
        YamlFile.read(file.getKey(), file.getValue(), problems)
            .map(yaml -> new FormReader(shared).read(yaml))
            .ifPresent(form -> add(form, all.read, problems));
      }
    }
    return all;
  }

  /**
   * Reads one more file in the context of the others, as far as possible; the others are unchanged.
   */
  Optional<FormDefinition> among(String name, String text, List<FormProblem> problems) {
    return YamlFile.read(name, text, problems)
        .map(yaml -> new FormReader(shared).read(yaml))
        .map(
            file -> {
              Map<String, FormFile> more = new TreeMap<>(read);
              add(file, more, problems);
              return new FormFiles(shared, more).complete(file, problems);
            });
  }

  /** Resolves the includes of all files and records inconsistencies. */
  List<FormDefinition> complete(List<FormProblem> problems) {
    return read.values().stream().map(file -> complete(file, problems)).toList();
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

  private FormDefinition complete(FormFile file, List<FormProblem> problems) {
    List<FormFile> parts = new ArrayList<>();
    for (String name : file.include()) {
      fragment(name, "include", file, problems).ifPresent(parts::add);
    }
    parts.add(file);
    for (String name : file.endsWith()) {
      fragment(name, "ends-with", file, problems).ifPresent(parts::add);
    }
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
    return whole;
  }

  private Optional<FormFile> fragment(
      String name, String key, FormFile file, List<FormProblem> problems) {
    List<FormFile> found =
        read.values().stream()
            .filter(one -> one.own().kind() == FormDefinition.Kind.FRAGMENT)
            .filter(one -> name.equals(one.own().form()) || name.equals(key(one.own())))
            .toList();
    boolean nested =
        found.size() == 1
            && !(found.get(0).include().isEmpty() && found.get(0).endsWith().isEmpty());
    if (found.size() == 1 && !nested) {
      return Optional.of(found.get(0));
    }
    problems.add(
        new FormProblem(
            file.file(),
            file.map().line(key),
            "",
            nested
                ? "the fragment \"%s\" includes others itself.".formatted(name)
                : "it includes \"%s\", which matches %d fragments.".formatted(name, found.size()),
            nested
                ? "all of them can be included here."
                : found.isEmpty()
                    ? "it is misspelt or its kind is not fragment."
                    : "write %s, so that old versions keep what they asked."
                        .formatted(key(found.get(0).own()))));
    return Optional.empty();
  }
}
