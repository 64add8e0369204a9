package org.passerelle.forms.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.forms.FormIds;
import org.passerelle.forms.Piece;
import org.passerelle.refusal.Refused;

/**
 * Invariant of every draft, finished or not: each section, question, list and code has an id of its
 * own, by which it is found. Everything else is checked like a definition.
 */
final class DraftShape {
  private DraftShape() {}

  /**
   * Checks a whole draft.
   *
   * @throws Refused with the violation
   */
  static void check(Piece form) {
    if (!FormIds.isForm(form.text("form"))) {
      throw new Refused("formdraft.refused.form-id", form.text("form")).at("form");
    }
    Set<String> sections = new HashSet<>();
    Set<String> questions = new HashSet<>();
    for (Piece section : parts(form, "sections")) {
      once(section.text("id"), sections, "id");
      for (Piece question : parts(section, "questions")) {
        once(question.text("id"), questions, "id");
        codes(question, "codes");
      }
    }
    for (String name : form.piece("lists").entries().keySet()) {
      once(name, new HashSet<>(), "id");
      codes(form.piece("lists"), name);
    }
  }

  private static void codes(Piece owner, String key) {
    Set<String> codes = new HashSet<>();
    for (Piece code : parts(owner, key)) {
      String id = code.text("code");
      if (!FormIds.isCode(id)) {
        throw new Refused("formdraft.refused.code", id).at("codes");
      }
      if (!codes.add(id)) {
        throw new Refused("formdraft.refused.code-twice", id).at("codes");
      }
    }
  }

  private static void once(String id, Set<String> ids, String field) {
    if (!FormIds.isPart(id)) {
      throw new Refused("formdraft.refused.id", id).at(field);
    }
    if (!ids.add(id)) {
      throw new Refused("formdraft.refused.twice", id).at(field);
    }
  }

  /** The elements of a list that contains only parts. */
  private static List<Piece> parts(Piece owner, String key) {
    List<Piece> parts = owner.pieces(key);
    boolean others = owner.entries().get(key) instanceof List<?> all && all.size() != parts.size();
    if (others || (owner.has(key) && !(owner.entries().get(key) instanceof List))) {
      throw new Refused("formdraft.refused.shape", key);
    }
    return parts;
  }
}
