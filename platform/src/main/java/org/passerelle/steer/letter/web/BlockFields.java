package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Moments;
import org.passerelle.pages.Filled;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryForm;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.StoredForm;

/** Determines which fields the form of a block shows: those used by a block of its type. */
final class BlockFields {
  private static final List<String> EVERY =
      List.of("kicker", "heading", "in-contents", "contents", "new-page");
  private static final Map<String, List<String>> OWN =
      Map.ofEntries(
          Map.entry("editorial", List.of("by", "signed", "text", "footnotes")),
          Map.entry("figures", List.of("figures", "caption")),
          Map.entry(
              "text",
              List.of(
                  "by",
                  "text",
                  "aside-heading",
                  "aside",
                  "quote",
                  "quote-source",
                  "caption",
                  "footnotes")),
          Map.entry("cycle", List.of("text", "subject", "footnotes")),
          Map.entry("network", List.of("text", "aside-heading", "aside", "caption", "footnotes")),
          Map.entry("measures", List.of("year", "text", "footnotes")),
          Map.entry("issues", List.of("text")),
          Map.entry("programme", List.of("year", "text", "footnotes")),
          Map.entry("plan", List.of("subject", "text", "quote", "quote-source", "footnotes")),
          Map.entry("diagnoses", List.of("subject", "text", "footnotes")),
          Map.entry("chart-days", List.of("text", "caption")),
          Map.entry(
              "partnerships",
              List.of("subject", "text", "quote", "quote-source", "caption", "footnotes")),
          Map.entry("calendar", List.of("text")),
          Map.entry(
              "training",
              List.of("subject", "text", "quote", "quote-source", "caption", "footnotes")),
          Map.entry("campaigns", List.of("text", "footnotes")),
          Map.entry("contact", List.of("text")));

  /** The kind of entry on which a type of block is based. */
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "cycle", "committee",
          "plan", "plan",
          "diagnoses", "project",
          "partnerships", "project",
          "training", "training");

  private BlockFields() {}

  static Kind blocks() {
    return Kinds.shipped().find("letter-block").orElseThrow();
  }

  /** The kind of a block, limited to the fields of its type. */
  static Kind of(String type) {
    List<Field> fields = new ArrayList<>();
    List<String> ids = new ArrayList<>(EVERY);
    ids.addAll(OWN.getOrDefault(type, List.of("text")));
    Kind whole = blocks();
    for (String id : ids) {
      whole.field(id).map(f -> id.equals("subject") ? narrowed(f, type) : f).ifPresent(fields::add);
    }
    return limited(whole, fields);
  }

  /** A kind with some of its fields. */
  static Kind limited(Kind whole, List<Field> fields) {
    return new Kind(
        whole.id(),
        whole.room(),
        whole.one(),
        whole.many(),
        whole.about(),
        whole.namedBy(),
        whole.editedBy(),
        whole.columns(),
        fields);
  }

  /** Types whose blocks may have a picture. */
  static boolean mayHavePicture(String type) {
    return List.of("editorial", "text", "partnerships", "training").contains(type);
  }

  private static Field narrowed(Field subject, String type) {
    String kind = SUBJECTS.getOrDefault(type, "project");
    return new Field(
        subject.id(),
        subject.type(),
        subject.needed(),
        subject.label(),
        subject.hint(),
        List.of(kind),
        subject.codes(),
        subject.from(),
        subject.fields());
  }

  /** The form of a block with its stored values. */
  static Filled stored(Entry block, Moments moments) {
    Filled form = StoredForm.of(block, moments);
    return form.and(
        "subject",
        block.texts("subject").stream().map(s -> s.substring(s.indexOf(':') + 1)).toList());
  }

  /** The content of a block after its form was submitted: fields not in the form are kept. */
  static Map<String, Object> content(Entry block, Filled form, Facts facts) {
    Kind kind = of(block.text("type"));
    Map<String, Object> read = new EntryForm(form, facts).content(kind, block);
    Map<String, Object> content = new LinkedHashMap<>(block.content());
    for (Field field : kind.fields()) {
      Object value = read.get(field.id());
      if (value == null) {
        content.remove(field.id());
      } else {
        content.put(field.id(), field.id().equals("subject") ? whole(field, value) : value);
      }
    }
    return content;
  }

  private static Object whole(Field field, @Nullable Object ids) {
    return ids instanceof List<?> list
        ? list.stream().map(id -> field.reference(String.valueOf(id))).toList()
        : List.of();
  }
}
