package org.passerelle.house.register;

import java.time.Instant;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.FieldWords;
import org.passerelle.register.Shown;

/**
 * An entry with what is known of it, and which entries name it.
 *
 * @param about fields of the kind
 * @param sources where it comes from
 * @param named entries that name it, by kind
 * @param footnotes of countries it names
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

  /** Entries of one kind that name it. */
  public record Named(String kind, List<Shown.Part> entries) {
    public Named {
      entries = List.copyOf(entries);
    }
  }

  /** A revision with what it changed. */
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
