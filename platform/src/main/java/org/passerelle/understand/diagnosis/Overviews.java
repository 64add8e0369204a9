package org.passerelle.understand.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Summary of a diagnosis' codings, as far as the user may see them. */
@Service
public class Overviews {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;

  Overviews(Diagnoses diagnoses, Interviews interviews, Codings codings) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
  }

  /**
   * Agreement of the coders on a theme, including sub-themes, sentence by sentence.
   *
   * @param kappa Cohen's κ, if there are exactly two coders
   * @param alpha Krippendorff's α
   */
  public record OfTheme(String theme, OptionalDouble kappa, OptionalDouble alpha) {}

  /**
   * Content of an overview.
   *
   * @param coders coders who have finished a transcript that the user has finished, too
   * @param sentences sentences judged by at least two of them
   * @param agreement by theme; empty with fewer than two coders
   * @param counts coded passages by theme and place; a top-level theme includes its sub-themes
   */
  public record Overview(
      int coders, int sentences, List<OfTheme> agreement, Map<String, Map<UUID, Integer>> counts) {
    public Overview {
      agreement = List.copyOf(agreement);
      counts = Map.copyOf(counts);
    }

    /** Passages of a theme at a place. */
    public int count(String theme, UUID site) {
      return counts.getOrDefault(theme, Map.of()).getOrDefault(site, 0);
    }

    /** Passages of a theme at all places. */
    public int count(String theme) {
      return counts.getOrDefault(theme, Map.of()).values().stream().mapToInt(i -> i).sum();
    }
  }

  /** Computes the overview; every transcript that it opens is logged. */
  @Transactional
  public Overview of(UUID diagnosis, SignedIn who) {
    Map<String, String> top = new LinkedHashMap<>();
    codings.themes(diagnosis, who).forEach(theme -> top.put(theme.code(), theme.top()));
    List<Judged> judged = new ArrayList<>();
    Map<String, Map<UUID, Integer>> counts = new HashMap<>();
    for (Interview interview : diagnoses.find(diagnosis, who).interviews()) {
      Interview.Held held = interview.held();
      if (held == null || !interview.transcribed()) {
        continue;
      }
      List<Coding> visible = codings.visible(interview.id(), who);
      top.forEach(
          (theme, above) ->
              counts
                  .computeIfAbsent(theme, t -> new HashMap<>())
                  .merge(
                      held.site(),
                      Coding.passages(
                          theme.equals(above)
                              ? under(theme, visible, top)
                              : visible.stream().filter(c -> c.theme().equals(theme)).toList()),
                      Integer::sum));
      Set<UUID> done = codings.done(interview.id(), who);
      if (done.contains(who.user()) && done.size() > 1) {
        String transcript = interviews.read(interview.id(), who).transcript();
        judged.add(new Judged(Passages.sentences(transcript), visible, done));
      }
    }
    Set<UUID> coders = new TreeSet<>();
    judged.forEach(j -> coders.addAll(j.done));
    return new Overview(
        coders.size(),
        judged.stream().mapToInt(j -> j.sentences.size()).sum(),
        judged.isEmpty()
            ? List.of()
            : Theme.SHIPPED.stream().map(theme -> agreement(theme, judged, coders, top)).toList(),
        counts);
  }

  /** A transcript that several coders have finished. */
  private record Judged(List<Passages.Span> sentences, List<Coding> codings, Set<UUID> done) {}

  private static List<Coding> under(String theme, List<Coding> codings, Map<String, String> top) {
    return codings.stream().filter(c -> theme.equals(top.get(c.theme()))).toList();
  }

  private static OfTheme agreement(
      String theme, List<Judged> judged, Set<UUID> coders, Map<String, String> top) {
    List<List<@Nullable Boolean>> values = new ArrayList<>();
    for (UUID coder : coders) {
      List<@Nullable Boolean> ofCoder = new ArrayList<>();
      for (Judged transcript : judged) {
        List<Coding> own =
            under(theme, transcript.codings, top).stream()
                .filter(c -> c.by().equals(coder))
                .toList();
        boolean done = transcript.done.contains(coder);
        for (Passages.Span sentence : transcript.sentences) {
          ofCoder.add(
              done ? own.stream().anyMatch(c -> c.touches(sentence.from(), sentence.to())) : null);
        }
      }
      values.add(ofCoder);
    }
    return new OfTheme(
        theme,
        values.size() == 2 ? Agreement.kappa(values.get(0), values.get(1)) : OptionalDouble.empty(),
        Agreement.alpha(values));
  }
}
