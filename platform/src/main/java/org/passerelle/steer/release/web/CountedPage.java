package org.passerelle.steer.release.web;

import java.util.List;
import org.passerelle.pages.Option;

/**
 * The cases of the reader behind figures of a release.
 *
 * @param more number of cases that are not listed
 */
public record CountedPage(String title, String href, List<By> by, List<Line> lines, int more) {
  public CountedPage {
    by = List.copyOf(by);
    lines = List.copyOf(lines);
  }

  /** A variable with its categories and groups; the chosen one is empty if it may be any. */
  public record By(String name, String label, List<Option> choices, String chosen) {
    public By {
      choices = List.copyOf(choices);
    }
  }

  /** A case in words. */
  public record Line(String code, String href, String what) {}

  /** A release in the list. */
  public record Released(String title, String href, int number) {}
}
