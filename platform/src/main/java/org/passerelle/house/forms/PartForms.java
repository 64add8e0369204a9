package org.passerelle.house.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Piece;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.ExpressionInvalid;
import org.passerelle.pages.Filled;

/**
 * The form fields of a draft's head, of a section and of a question: stored and submitted values.
 */
final class PartForms {
  private static final List<String> HEAD =
      List.of("form", "version", "kind", "audience", "scoring");
  private static final List<String> SECTION = List.of("element", "dimension", "show-if");
  private static final List<String> QUESTION =
      List.of("type", "category", "list", "show-if", "min", "max", "reporting");
  private static final List<String> TICKS = List.of("required", "evidence", "future");
  private static final String SHOW_IF = "show-if";

  private PartForms() {}

  static Filled head(Piece form) {
    Map<String, String> stored = words(form, HEAD);
    TranslatedFields.store(form, "title", "title", stored);
    TranslatedFields.store(form, "about", "about", stored);
    TranslatedFields.store(form.piece("source"), "title", "source", stored);
    TranslatedFields.store(form.piece("source"), "licence", "licence", stored);
    TranslatedFields.store(form.piece("verification"), "note", "note", stored);
    stored.put("state", form.piece("verification").text("state"));
    return Filled.with(stored).and("include", form.texts("include"));
  }

  static Piece head(Filled typed, Piece before, List<String> fragments) {
    Piece form = before;
    String id = typed.neededText("form", 60);
    String version = typed.number("version", 1, 999_999).map(String::valueOf).orElse("");
    form = form.with("form", id).with("version", version);
    form = chosen(typed, form, "kind", constants(FormDefinition.Kind.values()));
    form = chosen(typed, form, "audience", constants(FormDefinition.Audience.values()));
    form = chosen(typed, form, "scoring", constants(FormDefinition.Scoring.values()));
    form = TranslatedFields.read(typed, "title", form, "title");
    form = TranslatedFields.read(typed, "about", form, "about");
    Piece source = TranslatedFields.read(typed, "source", form.piece("source"), "title");
    form = form.with("source", TranslatedFields.read(typed, "licence", source, "licence"));
    Piece verification =
        chosen("state", typed.code("state", Set.copyOf(states())), form.piece("verification"));
    form = form.with("verification", TranslatedFields.read(typed, "note", verification, "note"));
    List<String> include = typed.codes("include", Set.copyOf(fragments));
    return include.isEmpty() ? form.without("include") : form.with("include", include);
  }

  static List<String> states() {
    return constants(FormDefinition.Verification.State.values());
  }

  static Filled section(Piece section) {
    Map<String, String> stored = words(section, SECTION);
    TranslatedFields.store(section, "title", "title", stored);
    TranslatedFields.store(section, "hint", "hint", stored);
    TranslatedFields.store(section, "why", "why", stored);
    return Filled.with(stored);
  }

  static Piece section(Filled typed, Piece before) {
    Piece section = TranslatedFields.read(typed, "title", before, "title");
    section = TranslatedFields.read(typed, "hint", section, "hint");
    section = TranslatedFields.read(typed, "why", section, "why");
    section = chosen(typed, section, "element", constants(Section.Element.values()));
    section = section.with("dimension", typed.text("dimension", 60));
    return section.with(SHOW_IF, condition(typed));
  }

  static Filled question(Piece question) {
    Map<String, String> stored = words(question, QUESTION);
    TICKS.forEach(tick -> stored.put(tick, question.text(tick).equals("true") ? "yes" : ""));
    stored.put("standard", question.piece("maps-to").text("standard"));
    stored.put("field", question.piece("maps-to").text("field"));
    TranslatedFields.store(question, "label", "label", stored);
    TranslatedFields.store(question, "hint", "hint", stored);
    return Filled.with(stored);
  }

  static Piece question(Filled typed, Piece before, List<String> lists) {
    Piece question = TranslatedFields.read(typed, "label", before, "label");
    question = TranslatedFields.read(typed, "hint", question, "hint");
    question = chosen(typed, question, "type", constants(Question.Type.values()));
    question = chosen(typed, question, "category", constants(Question.Category.values()));
    for (String tick : TICKS) {
      question = typed.ticked(tick) ? question.with(tick, "true") : untick(question, tick);
    }
    question = question.with("min", number(typed, "min")).with("max", number(typed, "max"));
    question = question.with("reporting", typed.text("reporting", 60));
    question =
        question.with(
            "maps-to",
            question
                .piece("maps-to")
                .with("standard", typed.text("standard", 60))
                .with("field", typed.text("field", 60)));
    question = question.with(SHOW_IF, condition(typed));
    String list = typed.code("list", Set.copyOf(lists));
    return list.isEmpty() ? question.without("list") : question.with("list", list).without("codes");
  }

  /** A file that contains an explicit "false" keeps it. */
  private static Piece untick(Piece question, String tick) {
    return question.text(tick).equals("false") ? question : question.without(tick);
  }

  private static String number(Filled typed, String field) {
    String text = typed.text(field, 30).replace(',', '.');
    if (text.isEmpty()) {
      return "";
    }
    try {
      return new BigDecimal(text).toPlainString();
    } catch (NumberFormatException e) {
      typed.errors().add(field, "forms.problem.number");
      return "";
    }
  }

  /**
   * The text of a condition that can be parsed; whether the questions it names exist is checked
   * with the whole form.
   */
  private static String condition(Filled typed) {
    String text = typed.text(SHOW_IF, 2000);
    try {
      if (!text.isEmpty()) {
        Expression.parse(text);
      }
    } catch (ExpressionInvalid e) {
      typed.errors().add(SHOW_IF, "formdraft.refused.show-if", e.position(), e.what(), e.maybe());
    }
    return text;
  }

  private static Piece chosen(Filled typed, Piece piece, String key, List<String> offered) {
    return chosen(key, typed.code(key, Set.copyOf(offered)), piece);
  }

  private static Piece chosen(String key, String code, Piece piece) {
    return piece.with(key, code);
  }

  private static Map<String, String> words(Piece piece, List<String> keys) {
    Map<String, String> stored = new LinkedHashMap<>();
    keys.forEach(key -> stored.put(key, piece.text(key)));
    return stored;
  }

  /** The constants of an enum as they are written in a definition. */
  static List<String> constants(Enum<?>[] all) {
    return Stream.of(all)
        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
