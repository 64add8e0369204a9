package org.passerelle.understand.dossier.edition;

import java.util.List;

/** A part of a chapter, as it is shown on a page and set on paper. */
public sealed interface Block {

  /** A heading within a chapter. */
  record Heading(String text) implements Block {}

  /** A paragraph; a finding is set larger, a caveat smaller. */
  record Paragraph(String kind, String text) implements Block {}

  /** Points. */
  record Points(List<String> items) implements Block {
    public Points {
      items = List.copyOf(items);
    }
  }

  /**
   * A table.
   *
   * @param numbers from which column on there are numbers
   * @param empty sentence that stands where there are no rows
   */
  record Table(
      String caption, List<String> head, List<List<String>> rows, int numbers, String empty)
      implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A drawing, told in words as well.
   *
   * @param svg markup made here, whose words are escaped or outlines
   */
  record Figure(String title, String svg) implements Block {}

  /** What the authors wrote, in paragraphs. */
  record Own(String heading, List<String> paragraphs) implements Block {
    public Own {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
