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
 * An interview with its codings.
 *
 * @param codings codings that the user may see
 * @param done coders who have finished it
 * @param reader the user
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

  /** Whether the user has finished it. */
  public boolean finished() {
    return done.contains(reader);
  }

  /**
   * A stretch of the transcript with the same codings.
   *
   * @param starts its first character
   * @param codes numbers of its codings, from 1 in the order of the list
   * @param ended numbers of the codings that end with it
   */
  public record Stretch(int starts, String text, List<Integer> codes, List<Integer> ended) {
    public Stretch {
      codes = List.copyOf(codes);
      ended = List.copyOf(ended);
    }

    /** Ids of the entries in the list of codings, for screen readers. */
    public String described() {
      return codes.stream().map(number -> "code-" + number).collect(Collectors.joining(" "));
    }

    /** The numbers shown behind it. */
    public String numbers() {
      return ended.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /**
   * The transcript, divided where a coding begins or ends; joined, the stretches give the exact
   * text.
   */
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

  /** Text of a passage. */
  public String passage(Coding coding) {
    return opened.transcript().substring(coding.starts(), coding.ends());
  }

  /** Name of a theme. */
  public static String name(Theme theme, Page page) {
    String top = page.text("theme." + theme.top());
    return theme.parent().isEmpty() ? top : top + " › " + theme.name();
  }

  /** Name of a theme by its code. */
  public String theme(String code, Page page) {
    return themes.stream()
        .filter(theme -> theme.code().equals(code))
        .map(theme -> name(theme, page))
        .findFirst()
        .orElse("…");
  }

  /** Options for a theme. */
  public List<Option> choices(Page page) {
    return choices(themes, page);
  }

  static List<Option> choices(List<Theme> themes, Page page) {
    return themes.stream().map(theme -> new Option(theme.code(), name(theme, page))).toList();
  }
}
