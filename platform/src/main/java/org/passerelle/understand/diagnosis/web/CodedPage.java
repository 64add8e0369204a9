package org.passerelle.understand.diagnosis.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.diagnosis.Coding;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Memos;
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
    List<Memos.Memo> memos,
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

  /**
   * A stretch of the transcript under the same codes.
   *
   * @param starts its first character
   * @param codes numbers of those codes, from 1 in the order of the list
   * @param ended numbers of those that end with it
   */
  public record Stretch(int starts, String text, List<Integer> codes, List<Integer> ended) {
    public Stretch {
      codes = List.copyOf(codes);
      ended = List.copyOf(ended);
    }

    /** Identifiers of the entries in the list of codes, for whoever hears the page. */
    public String described() {
      return codes.stream().map(number -> "code-" + number).collect(Collectors.joining(" "));
    }

    /** The numbers that are shown behind it. */
    public String numbers() {
      return ended.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /** The transcript, cut where a code begins or ends; together they say exactly what it says. */
  public List<Stretch> stretches() {
    String transcript = opened.transcript();
    SortedSet<Integer> cuts = new TreeSet<>(List.of(0, transcript.length()));
    codings.forEach(coding -> cuts.addAll(List.of(coding.starts(), coding.ends())));
    List<Stretch> stretches = new ArrayList<>();
    List<Integer> at = List.copyOf(cuts);
    for (int i = 1; i < at.size(); i++) {
      int starts = at.get(i - 1);
      int ends = at.get(i);
      stretches.add(
          new Stretch(
              starts,
              transcript.substring(starts, ends),
              numbers(coding -> coding.starts() <= starts && coding.ends() >= ends),
              numbers(coding -> coding.ends() == ends)));
    }
    return stretches;
  }

  private List<Integer> numbers(Predicate<Coding> wanted) {
    return IntStream.range(0, codings.size())
        .filter(i -> wanted.test(codings.get(i)))
        .mapToObj(i -> i + 1)
        .toList();
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
    return choices(themes, page);
  }

  static List<Option> choices(List<Theme> themes, Page page) {
    return themes.stream().map(theme -> new Option(theme.code(), name(theme, page))).toList();
  }
}
