package org.passerelle.pages;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;

/**
 * What somebody's day is about where it is not about cases: the first page begins with it. At most
 * one room answers for a reader.
 */
public interface DaysWork {
  /** What the reader begins with, or nothing for those who follow cases. */
  Optional<Start> start(SignedIn who, Page page);

  /**
   * What is begun with one press.
   *
   * @param title of the part
   * @param lede what it takes
   * @param action where it is sent
   * @param field name of what is sent
   * @param value of what is sent
   * @param button what is pressed
   * @param others what else the day may need, in the order of need
   * @param open what was begun and not ended, the last one first
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

  /** A way to somewhere, and what it is. */
  record Way(String href, String title, String meta) {}
}
