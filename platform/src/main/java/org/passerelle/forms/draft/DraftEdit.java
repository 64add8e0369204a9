package org.passerelle.forms.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.passerelle.forms.Piece;
import org.passerelle.refusal.Refused;

/** Edits of a draft, each from one complete form to the next. Stateless. */
public final class DraftEdit {
  private static final String SECTIONS = "sections";
  private static final String QUESTIONS = "questions";

  private DraftEdit() {}

  /**
   * A section, question or list of codes in its current state.
   *
   * @throws Refused if it no longer exists
   */
  public static Piece find(Piece form, DraftPart part) {
    return switch (part.kind()) {
      case SECTION -> one(form.pieces(SECTIONS), part);
      case QUESTION, CODES ->
          one(
              form.pieces(SECTIONS).stream().flatMap(s -> s.pieces(QUESTIONS).stream()).toList(),
              part);
      case LIST -> form.piece("lists").has(part.id()) ? form.piece("lists") : gone(part);
      case FORM, ORDER -> form;
    };
  }

  private static Piece one(List<Piece> among, DraftPart part) {
    return among.stream().filter(is(part)).findFirst().orElseGet(() -> gone(part));
  }

  private static Piece gone(DraftPart part) {
    throw new Refused("formdraft.refused.gone", part.id());
  }

  private static Predicate<Piece> is(DraftPart part) {
    return piece -> piece.text("id").equals(part.id());
  }

  /** The id of the section that contains a question. */
  public static String sectionOf(Piece form, String question) {
    return form.pieces(SECTIONS).stream()
        .filter(section -> section.pieces(QUESTIONS).stream().anyMatch(asks(question)))
        .map(section -> section.text("id"))
        .findFirst()
        .orElse("");
  }

  private static Predicate<Piece> asks(String question) {
    return piece -> piece.text("id").equals(question);
  }

  /** Adds a section at the end. */
  public static Piece addSection(Piece form, Piece section) {
    return form.with(SECTIONS, and(form.pieces(SECTIONS), section));
  }

  /** Adds a question at the end of a section. */
  public static Piece addQuestion(Piece form, String section, Piece question) {
    return change(
        form,
        DraftPart.section(section),
        piece -> piece.with(QUESTIONS, and(piece.pieces(QUESTIONS), question)));
  }

  private static List<Piece> and(List<Piece> list, Piece more) {
    List<Piece> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** Changes a section or a question in place. */
  public static Piece change(Piece form, DraftPart part, UnaryOperator<Piece> change) {
    find(form, part);
    UnaryOperator<Piece> here = piece -> is(part).test(piece) ? change.apply(piece) : piece;
    return part.kind() == DraftPart.Kind.SECTION
        ? form.each(SECTIONS, here)
        : form.each(
            SECTIONS, section -> section.has(QUESTIONS) ? section.each(QUESTIONS, here) : section);
  }

  /** Moves a section among the sections, or a question within its section, by one position. */
  public static Piece move(Piece form, DraftPart part, boolean up) {
    find(form, part);
    return part.kind() == DraftPart.Kind.SECTION
        ? form.with(SECTIONS, moved(form.pieces(SECTIONS), is(part), up))
        : change(
            form,
            DraftPart.section(sectionOf(form, part.id())),
            section -> section.with(QUESTIONS, moved(section.pieces(QUESTIONS), is(part), up)));
  }

  /** Moves an element of a list one position up or down; at the end it stays. */
  static List<Piece> moved(List<Piece> list, Predicate<Piece> which, boolean up) {
    List<Piece> moved = new ArrayList<>(list);
    for (int at = 0; at < list.size(); at++) {
      int to = up ? at - 1 : at + 1;
      if (which.test(list.get(at)) && to >= 0 && to < list.size()) {
        moved.add(to, moved.remove(at));
        return moved;
      }
    }
    return moved;
  }

  /** Moves a question to the end of another section. */
  public static Piece moveTo(Piece form, String question, String section) {
    Piece moving = find(form, DraftPart.question(question));
    find(form, DraftPart.section(section));
    return sectionOf(form, question).equals(section)
        ? form
        : addQuestion(remove(form, DraftPart.question(question)), section, moving);
  }

  /** Removes a section with its questions, a question, or a list. */
  public static Piece remove(Piece form, DraftPart part) {
    find(form, part);
    return switch (part.kind()) {
      case SECTION -> form.with(SECTIONS, without(form.pieces(SECTIONS), part));
      case QUESTION ->
          change(
              form,
              DraftPart.section(sectionOf(form, part.id())),
              section -> section.with(QUESTIONS, without(section.pieces(QUESTIONS), part)));
      case LIST -> form.with("lists", form.piece("lists").without(part.id()));
      case FORM, ORDER, CODES -> form;
    };
  }

  private static List<Piece> without(List<Piece> list, DraftPart part) {
    return list.stream().filter(is(part).negate()).toList();
  }

  /** The codes of a question, or of a list of the form. */
  public static List<Piece> codes(Piece form, DraftPart part) {
    return find(form, part).pieces(part.kind() == DraftPart.Kind.LIST ? part.id() : "codes");
  }

  /** Replaces the codes of a question, which then uses no shared list, or of a list of the form. */
  public static Piece withCodes(Piece form, DraftPart part, List<Piece> codes) {
    if (part.kind() == DraftPart.Kind.LIST) {
      return form.with("lists", form.piece("lists").with(part.id(), List.copyOf(codes)));
    }
    return change(form, part, question -> question.without("list").with("codes", codes));
  }

  /** Texts by language; empty ones are left out. */
  public static Piece wording(Map<String, String> texts) {
    return new Piece(
        texts.entrySet().stream()
            .filter(text -> !text.getValue().isEmpty())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one,
                    java.util.LinkedHashMap::new)));
  }
}
