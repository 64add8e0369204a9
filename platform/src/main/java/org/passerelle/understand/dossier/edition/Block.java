package org.passerelle.understand.dossier.edition;

import java.util.List;

/** An element of a chapter, displayed on a page and in print. */
public sealed interface Block {

  /** A heading within a chapter. */
  record Heading(String text) implements Block {}

  /** A paragraph; a finding is in larger type, a caveat in smaller type. */
  record Paragraph(String kind, String text) implements Block {}

  /** A list of items. */
  record Points(List<String> items) implements Block {
    public Points {
      items = List.copyOf(items);
    }
  }

  /**
   * A table.
   *
   * @param numbers first column with numbers
   * @param empty sentence shown if there are no rows
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
   * A drawing with a text alternative.
   *
   * @param svg generated markup, in which words are escaped or drawn as outlines
   */
  record Figure(String title, String svg) implements Block {}

  /** The authors' text, in paragraphs. */
  record Own(String heading, List<String> paragraphs) implements Block {
    public Own {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
