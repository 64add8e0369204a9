package org.passerelle.protect.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is; always sealed at rest.
 *
 * @param names in any script, the first being the one to use; aliases and nicknames follow
 * @param birth EDTF text: {@code 2003}, {@code 2003-05}, {@code 2003~}, {@code [2003..2004]}; or
 *     empty if not known
 * @param age an estimate where the birth date is not known
 * @param documents kind and number of papers, as free text
 * @param familyAndOrigin where the person comes from, as precise as the caseworker knows
 */
public record Identity(
    List<Name> names,
    String birth,
    @Nullable AgeEstimate age,
    String documents,
    String familyAndOrigin) {
  public Identity {
    names = List.copyOf(names);
  }

  /** A name as somebody wrote it; its script is not converted. */
  public record Name(String kind, String text) {}

  /**
   * An estimated age.
   *
   * @param from years, at least
   * @param to years, at most
   * @param on day of the estimate, ISO
   * @param method code: by appearance, own word, papers, medical …
   */
  public record AgeEstimate(int from, int to, String on, String method) {}
}
