package org.passerelle.pages;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;

/**
 * The start of the first page for roles whose day is not about cases. At most one module answers
 * for a user.
 */
public interface StartPage {
  /** The starting point for this user; empty for those who manage cases. */
  Optional<Start> start(SignedIn who, Page page);

  /**
   * Something that starts with one click.
   *
   * @param title heading
   * @param lede introduction
   * @param action address of the form
   * @param field name of the submitted field
   * @param value value of the submitted field
   * @param button label of the button
   * @param others other links for the day, most needed first
   * @param open what was begun and not finished, latest first
   */
  record Start(
      String title,
      String lede,
      String action,
      String field,
      String value,
      String button,
      List<Way> others,
      List<Way> open) {
    public Start {
      others = List.copyOf(others);
      open = List.copyOf(open);
    }
  }

  /** A link with its description. */
  record Way(String href, String title, String meta) {}
}
