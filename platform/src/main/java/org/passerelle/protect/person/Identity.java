package org.passerelle.protect.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a person; always encrypted at rest.
 *
 * @param names names in any script; the first is the one to use, followed by aliases and nicknames
 * @param birth EDTF text: {@code 2003}, {@code 2003-05}, {@code 2003~}, {@code [2003..2004]}; or
 *     empty if unknown
 * @param age estimate if the date of birth is unknown
 * @param documents kinds and numbers of documents, as free text
 * @param familyAndOrigin where the person comes from, as precisely as known
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

  /** A name as written; its script is not converted. */
  public record Name(String kind, String text) {}

  /**
   * An estimated age.
   *
   * @param from minimum in years
   * @param to maximum in years
   * @param on date of the estimate, ISO
   * @param method code of the method, such as appearance, own statement, documents, medical
   *     examination
   */
  public record AgeEstimate(int from, int to, String on, String method) {}
}
