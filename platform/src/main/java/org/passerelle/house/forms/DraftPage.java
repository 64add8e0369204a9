package org.passerelle.house.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.forms.FormJudge;
import org.passerelle.forms.FormProblem;
import org.passerelle.forms.Piece;
import org.passerelle.forms.draft.DraftGaps;
import org.passerelle.forms.draft.DraftPart;
import org.passerelle.forms.draft.FormDraft;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.pages.Page;

/**
 * A form draft, as its pages show it.
 *
 * @param names names of its editors
 */
public record DraftPage(
    FormDraft draft,
    FormJudge.Judged judged,
    List<FormDraft.Change> changes,
    Map<UUID, String> names,
    Language language) {
  static final String ALL = "/house/forms/drafts/";
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "about",
          "form",
          "version",
          "kind",
          "audience",
          "scoring",
          "source",
          "licence",
          "state",
          "note",
          "include",
          "hint",
          "why",
          "element",
          "dimension",
          "show-if",
          "label",
          "type",
          "list",
          "required",
          "category",
          "section",
          "evidence",
          "min",
          "max",
          "future",
          "reporting",
          "standard",
          "field",
          "code",
          "strength",
          "retired");

  public DraftPage {
    changes = List.copyOf(changes);
    names = Map.copyOf(names);
  }

  /** A section in the list. */
  public record SectionRow(String id, String title, boolean conditional, List<QuestionRow> rows) {
    public SectionRow {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A question in the list.
   *
   * @param missing languages in which one of its texts is missing
   * @param problems number of problems
   */
  public record QuestionRow(
      String id,
      String label,
      String type,
      boolean required,
      boolean conditional,
      List<String> missing,
      long problems) {
    public QuestionRow {
      missing = List.copyOf(missing);
    }
  }

  /** A code list of the form. */
  public record ListRow(String name, int codes) {}

  /** Path of the draft. */
  public String at() {
    return ALL + draft.id();
  }

  /** The title in the reader's language. */
  public String title() {
    return title(draft, language);
  }

  /** The title of another draft. */
  public static String title(FormDraft draft, Language language) {
    return TranslatedFields.said(draft.form(), "title", language);
  }

  /** Label of a field on a draft's pages, with its language; empty if unknown. */
  public String field(String field, Page page) {
    List<String> words = List.of(field.split("\\.", -1));
    String language = words.get(words.size() - 1);
    boolean tongue = Wording.LANGUAGES.contains(language);
    String name = words.get(Math.max(0, words.size() - (tongue ? 2 : 1)));
    if (!FIELDS.contains(name)) {
      return "";
    }
    String said = page.text("formdraft.field." + name);
    return (words.get(0).equals("c") ? page.text("formdraft.row", words.get(1)) + ": " : "")
        + said
        + (tongue ? " (" + page.text("register.language." + language) + ")" : "");
  }

  /** Number of missing texts, by language. */
  public Map<String, Integer> gaps() {
    return DraftGaps.of(draft.form());
  }

  /** Sections with their questions. */
  public List<SectionRow> sections() {
    List<SectionRow> rows = new ArrayList<>();
    for (Piece section : draft.form().pieces("sections")) {
      rows.add(
          new SectionRow(
              section.text("id"),
              TranslatedFields.said(section, "title", language),
              section.has("show-if"),
              section.pieces("questions").stream().map(this::row).toList()));
    }
    return rows;
  }

  private QuestionRow row(Piece question) {
    String where = DraftPart.question(question.text("id")).toString();
    return new QuestionRow(
        question.text("id"),
        TranslatedFields.said(question, "label", language),
        question.text("type"),
        question.text("required").equals("true"),
        question.has("show-if"),
        DraftGaps.of(question).entrySet().stream()
            .filter(gap -> gap.getValue() > 0)
            .map(Map.Entry::getKey)
            .toList(),
        judged.problems().stream().filter(problem -> problem.where().equals(where)).count());
  }

  /** Code lists shared by several questions. */
  public List<ListRow> lists() {
    Piece lists = draft.form().piece("lists");
    return lists.entries().keySet().stream()
        .map(name -> new ListRow(name, lists.pieces(name).size()))
        .toList();
  }

  /** Where a problem can be corrected, or empty if it is in an included file. */
  public String href(FormProblem problem) {
    return href(problem.where());
  }

  private String href(String where) {
    DraftPart part = DraftPart.of(where).orElse(DraftPart.FORM);
    boolean there =
        switch (part.kind()) {
          case FORM -> true;
          case ORDER -> false;
          case SECTION -> draft.form().pieces("sections").stream().anyMatch(s -> is(s, part.id()));
          case QUESTION, CODES ->
              draft.form().pieces("sections").stream()
                  .flatMap(s -> s.pieces("questions").stream())
                  .anyMatch(q -> is(q, part.id()));
          case LIST -> draft.form().piece("lists").has(part.id());
        };
    return there ? at() + address(part) : "";
  }

  private static boolean is(Piece piece, String id) {
    return piece.text("id").equals(id);
  }

  /** The page of a part, below the draft. */
  static String address(DraftPart part) {
    return switch (part.kind()) {
      case FORM -> "/form";
      case ORDER -> "";
      case SECTION -> "/sections/" + part.id();
      case QUESTION -> "/questions/" + part.id();
      case CODES -> "/codes/" + part.id();
      case LIST -> "/lists/" + part.id();
    };
  }

  /** Describes a change. */
  public String said(FormDraft.Change change, Page page) {
    DraftPart part = DraftPart.of(change.part()).orElse(DraftPart.FORM);
    return page.text("formdraft.changed." + part.kind().name().toLowerCase(Locale.ROOT), part.id());
  }

  /** Name of the user who made a change. */
  public String name(UUID user) {
    return names.getOrDefault(user, "");
  }
}
