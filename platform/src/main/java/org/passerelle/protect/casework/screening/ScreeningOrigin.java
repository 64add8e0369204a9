package org.passerelle.protect.casework.screening;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/** Describes how a screening came here if it was not made on these pages; each way is one bean. */
public interface ScreeningOrigin {
  /** The origin as shown to those who see the screening; usually empty. */
  Optional<Told> told(Screening screening, SignedIn who, Page page);

  /**
   * Description of the origin in the reader's language.
   *
   * @param warnings sentences that must not be missed
   * @param facts when, where and by whom it was made
   * @param parts further lists, such as answers that could not be imported
   */
  record Told(String heading, List<String> warnings, List<Fact> facts, List<Part> parts) {
    public Told {
      warnings = List.copyOf(warnings);
      facts = List.copyOf(facts);
      parts = List.copyOf(parts);
    }
  }

  record Fact(String term, String text) {}

  record Part(String heading, List<Line> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An entry of a list.
   *
   * @param href URL of the entry, or empty
   */
  record Line(String title, String text, String href) {}
}
