package org.passerelle.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.ExpressionInvalid;
import org.passerelle.language.Wording;

/** Reads one file into records and records missing, unknown or wrongly typed entries. */
final class FormReader {
  static final String FORM_ID = "[a-z][a-z0-9-]{0,59}";
  static final String QUESTION_ID = "[A-Za-z][A-Za-z0-9_]{0,59}";
  static final String CODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,59}";
  private static final String REPORTING = "[a-z][a-z0-9_]{0,59}";

  private final Map<String, CodeList> shared;
  private final Map<String, CodeList> own = new HashMap<>();

  FormReader(Map<String, CodeList> shared) {
    this.shared = shared;
  }

  FormFile read(YamlMap yaml) {
    yaml.map("lists").ifPresent(lists -> own.putAll(lists(lists)));
    FormDefinition definition =
        new FormDefinition(
            matching(yaml, "form", FORM_ID),
            version(yaml),
            "",
            choice(yaml, "kind", FormDefinition.Kind.class, null),
            yaml.neededWording("title"),
            yaml.neededWording("about"),
            choice(yaml, "audience", FormDefinition.Audience.class, FormDefinition.Audience.ANY),
            source(yaml),
            verification(yaml),
            yaml.text("banner").orElse(null),
            choice(yaml, "scoring", FormDefinition.Scoring.class, FormDefinition.Scoring.NONE),
            yaml.maps("sections").stream().map(this::section).toList());
    if (!yaml.has("sections")) {
      yaml.problem(
          "form", "it has no \"sections\".", "write \"sections: []\" if all are included.");
    }
    List<String> include = yaml.texts("include");
    List<String> endsWith = yaml.texts("ends-with");
    yaml.nothingElse();
    return new FormFile(yaml.file(), yaml, definition, include, endsWith);
  }

  /** Named code lists, such as those of {@code lists.yaml}. */
  static Map<String, CodeList> lists(YamlMap lists) {
    return lists.keys().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> new CodeList(name, codes(lists.named("list " + name), name))));
  }

  private int version(YamlMap yaml) {
    String text = yaml.needed("version");
    if (!text.matches("[1-9][0-9]{0,5}")) {
      yaml.problem("version", "\"%s\" is not a version.".formatted(text), "it is 1.");
      return 0;
    }
    return Integer.parseInt(text);
  }

  private FormDefinition.Source source(YamlMap yaml) {
    Optional<YamlMap> source = yaml.map("source");
    if (source.isEmpty()) {
      yaml.problem("source", "\"source\" is missing.", "say who published it and on what terms.");
      return new FormDefinition.Source(new Wording(Map.of()), new Wording(Map.of()));
    }
    FormDefinition.Source read =
        new FormDefinition.Source(
            source.get().namedOrWording("title"), source.get().namedOrWording("licence"));
    source.get().nothingElse();
    return read;
  }

  private FormDefinition.Verification verification(YamlMap yaml) {
    Optional<YamlMap> found = yaml.map("verification");
    if (found.isEmpty()) {
      yaml.problem("verification", "\"verification\" is missing.", "it is \"state: unverified\".");
    }
    YamlMap verification = found.orElse(yaml);
    FormDefinition.Verification read =
        new FormDefinition.Verification(
            found.isEmpty()
                ? FormDefinition.Verification.State.UNVERIFIED
                : choice(verification, "state", FormDefinition.Verification.State.class, null),
            found.isEmpty() ? yaml.neededWording("title") : verification.neededWording("note"));
    found.ifPresent(YamlMap::nothingElse);
    return read;
  }

  private Section section(YamlMap plain) {
    YamlMap yaml = plain.named("section " + plain.text("id").orElse("without id"));
    Section section =
        new Section(
            matching(yaml, "id", QUESTION_ID),
            yaml.neededWording("title"),
            yaml.wording("hint"),
            yaml.wording("why"),
            yaml.has("element") ? choice(yaml, "element", Section.Element.class, null) : null,
            yaml.text("dimension").orElse(null),
            showIf(yaml),
            yaml.maps("questions").stream().map(this::question).toList());
    if (section.questions().isEmpty()) {
      yaml.problem("questions", "it has no questions.", "the indentation is off.");
    }
    yaml.nothingElse();
    return section;
  }

  private Question question(YamlMap plain) {
    YamlMap yaml = plain.named("question " + plain.text("id").orElse("without id"));
    String id = matching(yaml, "id", QUESTION_ID);
    Question question =
        new Question(
            id,
            choice(yaml, "type", Question.Type.class, null),
            yaml.neededWording("label"),
            yaml.wording("hint"),
            truth(yaml, "required"),
            codesOf(yaml, id),
            showIf(yaml),
            truth(yaml, "evidence"),
            number(yaml, "min"),
            number(yaml, "max"),
            truth(yaml, "future"),
            choice(yaml, "category", Question.Category.class, Question.Category.CASE),
            yaml.has("reporting") ? matching(yaml, "reporting", REPORTING) : null,
            mapping(yaml));
    yaml.nothingElse();
    return question;
  }

  private @Nullable CodeList codesOf(YamlMap yaml, String id) {
    if (yaml.has("codes") && yaml.has("list")) {
      yaml.problem("list", "it has both \"codes\" and a \"list\".", "one of the two is left over.");
    }
    if (yaml.has("codes")) {
      return new CodeList(id, codes(yaml, "codes"));
    }
    if (!yaml.has("list")) {
      return null;
    }
    String name = yaml.needed("list");
    CodeList list = own.getOrDefault(name, shared.get(name));
    if (list == null) {
      yaml.problem(
          "list",
          "there is no list \"%s\".".formatted(name),
          "it is one of %s."
              .formatted(
                  Stream.concat(own.keySet().stream(), shared.keySet().stream())
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return list;
  }

  private static List<Code> codes(YamlMap yaml, String key) {
    List<Code> codes = new ArrayList<>();
    for (YamlMap entry : yaml.maps(key)) {
      Code code =
          new Code(
              matching(entry, "code", CODE),
              entry.neededWording("label"),
              entry.wording("hint"),
              entry.has("strength") ? choice(entry, "strength", Code.Strength.class, null) : null,
              truth(entry, "retired"));
      entry.nothingElse();
      if (codes.stream().anyMatch(other -> other.code().equals(code.code()))) {
        entry.problem(
            "code",
            "the code \"%s\" appears twice.".formatted(code.code()),
            "the second is another code.");
      }
      codes.add(code);
    }
    if (codes.isEmpty()) {
      yaml.problem(key, "\"%s\" has no codes.".formatted(key), "the indentation is off.");
    }
    return codes;
  }

  private static @Nullable Expression showIf(YamlMap yaml) {
    try {
      return yaml.text("show-if").map(Expression::parse).orElse(null);
    } catch (ExpressionInvalid e) {
      yaml.problem(
          "show-if", "show-if at character %d: %s".formatted(e.position(), e.what()), e.maybe());
      return null;
    }
  }

  private static Question.@Nullable Mapping mapping(YamlMap yaml) {
    Optional<YamlMap> maps = yaml.map("maps-to");
    if (maps.isEmpty()) {
      return null;
    }
    Question.Mapping mapping =
        new Question.Mapping(maps.get().needed("standard"), maps.get().needed("field"));
    maps.get().nothingElse();
    return mapping;
  }

  private static String matching(YamlMap yaml, String key, String pattern) {
    String text = yaml.needed(key);
    if (!text.isEmpty() && !text.matches(pattern)) {
      yaml.problem(
          key,
          "\"%s\" cannot be a \"%s\".".formatted(text, key),
          "it contains a space or a letter outside a–z; it must match %s.".formatted(pattern));
    }
    return text;
  }

  private static boolean truth(YamlMap yaml, String key) {
    String text = yaml.text(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      yaml.problem(key, "\"%s\" is neither true nor false.".formatted(text), "it is true.");
    }
    return text.equals("true");
  }

  private static @Nullable BigDecimal number(YamlMap yaml, String key) {
    Optional<String> text = yaml.text(key);
    if (text.isPresent() && !text.get().matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      yaml.problem(
          key, "\"%s\" is not a number.".formatted(text.get()), "a comma should be a dot.");
      return null;
    }
    return text.map(BigDecimal::new).orElse(null);
  }

  private static <E extends Enum<E>> E choice(
      YamlMap yaml, String key, Class<E> type, @Nullable E otherwise) {
    E[] all = type.getEnumConstants();
    if (otherwise != null && !yaml.has(key)) {
      yaml.text(key);
      return otherwise;
    }
    String text = yaml.needed(key);
    for (E one : all) {
      if (word(one).equals(text)) {
        return one;
      }
    }
    if (!text.isEmpty()) {
      yaml.problem(
          key,
          "the %s \"%s\" is unknown.".formatted(key, text),
          "it is one of %s."
              .formatted(Stream.of(all).map(FormReader::word).collect(Collectors.joining(", "))));
    }
    return all[0];
  }

  /** The name of an enum constant in the file. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
