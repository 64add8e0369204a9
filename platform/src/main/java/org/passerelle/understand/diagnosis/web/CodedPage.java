package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.diagnosis.Coding;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Theme;

/**
 * An interview with its codes, as its page shows it.
 *
 * @param codings those that the reader may see
 * @param done who is done with it
 * @param reader who looks
 */
public record CodedPage(
    Interviews.Opened opened,
    List<Theme> themes,
    List<Coding> codings,
    Set<UUID> done,
    List<Codings.Memo> memos,
    UUID reader) {
  public CodedPage {
    themes = List.copyOf(themes);
    codings = List.copyOf(codings);
    done = Set.copyOf(done);
    memos = List.copyOf(memos);
  }

  /** Whether the reader is done with it. */
  public boolean finished() {
    return done.contains(reader);
  }

  /** What a passage says. */
  public String passage(Coding coding) {
    return opened.transcript().substring(coding.starts(), coding.ends());
  }

  /** What a theme is called. */
  public static String name(Theme theme, Page page) {
    String top = page.text("theme." + theme.top());
    return theme.parent().isEmpty() ? top : top + " › " + theme.name();
  }

  /** The same by its code. */
  public String theme(String code, Page page) {
    return themes.stream()
        .filter(theme -> theme.code().equals(code))
        .map(theme -> name(theme, page))
        .findFirst()
        .orElse("…");
  }

  /** Themes to choose from. */
  public List<Option> choices(Page page) {
    return themes.stream().map(theme -> new Option(theme.code(), name(theme, page))).toList();
  }
}
