package org.passerelle.steer.letter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryFormPage;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kind;
import org.passerelle.steer.letter.Composer;

/**
 * All texts of an issue, side by side in three languages, as one form. The fields of each entry
 * have its id before theirs.
 *
 * @param version sum of the revisions of its entries when the form was opened
 */
public record TextsPage(Entry letter, Filled form, int version, List<Part> parts) {
  private static final List<String> OF_ISSUE = List.of("title", "theme", "footer", "footer-2");
  private static final List<String> ALWAYS = List.of("title", "theme", "heading", "text");

  public TextsPage {
    parts = List.copyOf(parts);
  }

  /**
   * The texts of the issue itself, or of a block.
   *
   * @param name heading of the block, or the name of the issue
   * @param changes what changed in the texts from which others were translated, by field
   */
  public record Part(
      EntryFormPage fields, String name, Map<String, List<SourceChanges.Change>> changes) {
    /** Before the ids of its fields. */
    public String prefix() {
      return TextsPage.prefix(entry());
    }

    /** Whether there is something to do in it. */
    public boolean isOpen() {
      return fields.kind().fields().stream()
          .anyMatch(
              field ->
                  !entry().stale(field.id()).isEmpty()
                      || ((entry().has(field.id()) || field.id().equals("title"))
                          && isIncomplete(field))
                      || fields.form().errors().all().stream()
                          .anyMatch(e -> e.field().startsWith(prefix() + field.id() + ".")));
    }

    private boolean isIncomplete(Field field) {
      return field.type() != Field.Type.WORDINGS
          && entry().wording(field.id()).byLanguage().size() < Composer.LANGUAGES.size() - 1;
    }

    private Entry entry() {
      Entry entry = fields.entry();
      if (entry == null) {
        throw new IllegalStateException("a part of an issue is an entry");
      }
      return entry;
    }
  }

  static String prefix(Entry entry) {
    return entry.id() + ".";
  }

  /** The issue and its blocks. */
  static List<Entry> entries(Facts facts, Entry letter) {
    List<Entry> entries = new ArrayList<>();
    entries.add(letter);
    entries.addAll(Composer.blocks(facts, letter));
    return entries;
  }

  static int version(List<Entry> entries) {
    return entries.stream().mapToInt(Entry::revision).sum();
  }

  /** The kind of an entry with those of its texts that are there, and those that are to be. */
  static Kind texts(Entry entry) {
    boolean block = entry.kind().id().equals("letter-block");
    List<Field> fields =
        block
            ? BlockFields.of(entry.text("type")).fields()
            : OF_ISSUE.stream().flatMap(id -> entry.kind().field(id).stream()).toList();
    return BlockFields.limited(
        entry.kind(),
        fields.stream()
            .filter(field -> field.type().inLanguages())
            .filter(field -> ALWAYS.contains(field.id()) || entry.has(field.id()))
            .toList());
  }

  /** Labels of the fields, with the heading of their block. */
  public UnaryOperator<String> labels(Page page) {
    return name ->
        parts.stream()
            .filter(part -> name.startsWith(part.prefix()))
            .map(part -> label(part, name.substring(part.prefix().length()), page))
            .findFirst()
            .orElse("");
  }

  private static String label(Part part, String field, Page page) {
    String label = part.fields().labels(page).apply(field);
    return label.isEmpty() ? "" : part.name() + ", " + label;
  }
}
