package org.passerelle.protect.screening;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/** How a screening came here where it was not made on these pages; each way is one bean. */
public interface ScreeningOrigin {
  /** What is to be said of it to whoever sees the screening; most often nothing. */
  Optional<Told> told(Screening screening, SignedIn who, Page page);

  /**
   * What is said, in the reader's language.
   *
   * @param warnings sentences that must not be missed
   * @param facts when, where and by whom
   * @param parts further lists, such as what could not be taken over
   */
  record Told(String heading, List<String> warnings, List<Fact> facts, List<Part> parts) {
    public Told {
      warnings = List.copyOf(warnings);
      facts = List.copyOf(facts);
      parts = List.copyOf(parts);
    }
  }

  /** One fact. */
  record Fact(String term, String text) {}

  /** A list. */
  record Part(String heading, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a list.
   *
   * @param href where it can be looked at, or empty
   */
  record Line(String title, String text, String href) {}
}
