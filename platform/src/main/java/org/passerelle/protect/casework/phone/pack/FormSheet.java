package org.passerelle.protect.casework.phone.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Code;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.SortedCodes;
import org.passerelle.forms.expression.Expression;
import org.passerelle.forms.expression.ExpressionTree;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/** A form in one language as shown by a phone, reduced to what is asked. */
final class FormSheet {
  private final FormDefinition form;
  private final Language language;

  FormSheet(FormDefinition form, Language language) {
    this.form = form;
    this.language = language;
  }

  /** The sheet as a structure for JSON. */
  Map<String, Object> of() {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("form", form.form());
    sheet.put("version", form.version());
    sheet.put("digest", form.digest());
    sheet.put("kind", word(form.kind()));
    sheet.put("scoring", word(form.scoring()));
    sheet.put("state", word(form.verification().state()));
    sheet.put("title", form.title().in(language));
    sheet.put("about", form.about().in(language));
    put(sheet, "banner", form.banner());
    sheet.put("sections", form.sections().stream().map(this::section).toList());
    return sheet;
  }

  private Map<String, Object> section(Section section) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("id", section.id());
    sheet.put("title", section.title().in(language));
    put(sheet, "hint", text(section.hint()));
    put(sheet, "why", text(section.why()));
    Section.Element element = section.element();
    put(sheet, "element", element == null ? null : word(element));
    put(sheet, "dimension", section.dimension());
    put(sheet, "showIf", tree(section.showIf()));
    sheet.put("questions", section.questions().stream().map(this::question).toList());
    return sheet;
  }

  private Map<String, Object> question(Question question) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("id", question.id());
    sheet.put("type", word(question.type()));
    sheet.put("label", question.label().in(language));
    put(sheet, "hint", text(question.hint()));
    put(sheet, "required", question.required() ? true : null);
    put(sheet, "evidence", question.evidence() ? true : null);
    put(sheet, "future", question.future() ? true : null);
    put(sheet, "min", question.min() == null ? null : question.min().toPlainString());
    put(sheet, "max", question.max() == null ? null : question.max().toPlainString());
    put(sheet, "showIf", tree(question.showIf()));
    put(sheet, "long", question.isLongList() ? true : null);
    if (question.type().hasCodes()) {
      sheet.put(
          "codes",
          SortedCodes.of(question, language).stream()
              .filter(code -> !code.retired())
              .map(this::code)
              .toList());
    }
    return sheet;
  }

  private Map<String, Object> code(Code code) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("code", code.code());
    sheet.put("label", code.label().in(language));
    put(sheet, "hint", text(code.hint()));
    put(sheet, "strength", code.strength() == null ? null : word(code.strength()));
    return sheet;
  }

  private @Nullable String text(@Nullable Wording wording) {
    return wording == null ? null : wording.in(language);
  }

  private static @Nullable List<Object> tree(@Nullable Expression condition) {
    return condition == null ? null : new ArrayList<>(ExpressionTree.of(condition));
  }

  private static void put(Map<String, Object> sheet, String name, @Nullable Object value) {
    if (value != null) {
      sheet.put(name, value);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
