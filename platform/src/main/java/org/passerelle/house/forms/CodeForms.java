package org.passerelle.house.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.forms.Code;
import org.passerelle.forms.Piece;
import org.passerelle.pages.Filled;

/**
 * A code list as rows of form fields: {@code c.0.code}, {@code c.0.label.en} … A row without a code
 * is ignored.
 */
final class CodeForms {
  /** Number of empty rows for additions. */
  static final int EMPTY = 3;

  /** Maximum number of rows on a page. */
  static final int MOST = 150;

  private static final List<String> STRENGTHS = PartForms.constants(Code.Strength.values());

  private CodeForms() {}

  static Filled stored(List<Piece> codes) {
    Map<String, String> stored = new LinkedHashMap<>();
    for (int row = 0; row < codes.size(); row++) {
      Piece code = codes.get(row);
      stored.put(at(row, "code"), code.text("code"));
      stored.put(at(row, "strength"), code.text("strength"));
      stored.put(at(row, "retired"), code.text("retired").equals("true") ? "yes" : "");
      TranslatedFields.store(code, "label", at(row, "label"), stored);
      TranslatedFields.store(code, "hint", at(row, "hint"), stored);
    }
    stored.put("rows", Integer.toString(codes.size()));
    return Filled.with(stored);
  }

  static String at(int row, String field) {
    return "c." + row + "." + field;
  }

  /** Number of rows on the page. */
  static int rows(Filled form, int stored) {
    String sent = form.shown("rows");
    int rows = sent.matches("[0-9]{1,3}") ? Integer.parseInt(sent) : stored;
    return Math.min(rows, MOST);
  }

  /**
   * The submitted rows, in the order requested by the pressed button.
   *
   * @param before codes as stored, whose other keys are kept
   */
  static List<Piece> read(Filled form, List<Piece> before) {
    List<Piece> codes = new ArrayList<>();
    int rows = Math.min(rows(form, 0) + EMPTY, MOST);
    String move = form.shown("move");
    int moving = -1;
    for (int row = 0; row < rows; row++) {
      String code = form.text(at(row, "code"), 60);
      boolean written = !code.isEmpty() && !form.ticked(at(row, "gone"));
      if (code.isEmpty() && !form.shown(at(row, "label.en")).isBlank()) {
        form.errors().add(at(row, "code"), "form.error.required");
      }
      if (written) {
        if (move.equals("up " + row) || move.equals("down " + row)) {
          moving = codes.size();
        }
        codes.add(read(form, row, known(before, code)));
      }
    }
    int to = move.startsWith("up") ? moving - 1 : moving + 1;
    if (moving >= 0 && to >= 0 && to < codes.size()) {
      Collections.swap(codes, moving, to);
    }
    return codes;
  }

  private static Piece known(List<Piece> before, String code) {
    return before.stream()
        .filter(one -> one.text("code").equals(code))
        .findFirst()
        .orElse(Piece.EMPTY)
        .with("code", code);
  }

  private static Piece read(Filled form, int row, Piece before) {
    Piece code = TranslatedFields.read(form, at(row, "label"), before, "label");
    code = TranslatedFields.read(form, at(row, "hint"), code, "hint");
    code = code.with("strength", form.code(at(row, "strength"), Set.copyOf(STRENGTHS)));
    return form.ticked(at(row, "retired")) ? code.with("retired", "true") : code.without("retired");
  }
}
