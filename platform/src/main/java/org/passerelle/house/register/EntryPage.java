package org.passerelle.house.register;

import java.time.Instant;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.FieldWords;
import org.passerelle.register.Shown;

/**
 * An entry with its content and the entries that refer to it.
 *
 * @param about fields of the kind
 * @param sources sources of the entry
 * @param named entries that refer to it, by kind
 * @param footnotes footnotes on countries it names
 * @param mayEdit whether the reader may change it
 */
public record EntryPage(
    Entry entry,
    String name,
    List<Shown> about,
    List<Shown> sources,
    List<Named> named,
    List<String> footnotes,
    boolean mayEdit) {
  public EntryPage {
    about = List.copyOf(about);
    sources = List.copyOf(sources);
    named = List.copyOf(named);
    footnotes = List.copyOf(footnotes);
  }

  /** Entries of one kind that refer to it. */
  public record Named(String kind, List<Shown.Part> entries) {
    public Named {
      entries = List.copyOf(entries);
    }
  }

  /** A revision with its changes. */
  public record Revised(
      int number,
      Instant at,
      String by,
      String reason,
      boolean retired,
      List<FieldWords.Change> changes) {
    public Revised {
      changes = List.copyOf(changes);
    }
  }
}
