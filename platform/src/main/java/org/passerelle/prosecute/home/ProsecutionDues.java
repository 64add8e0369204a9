package org.passerelle.prosecute.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.request.AssistanceRequests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs out in the investigations on whose team the reader is. */
@Service
public class ProsecutionDues {
  /** How far ahead the next thing is looked for. */
  private static final Duration AHEAD = Duration.ofDays(366);

  private final Investigations investigations;
  private final AssistanceRequests requests;
  private final List<DueSource> sources;

  ProsecutionDues(
      Investigations investigations, AssistanceRequests requests, List<DueSource> sources) {
    this.investigations = investigations;
    this.requests = requests;
    this.sources = List.copyOf(sources);
  }

  /** Everything that is open, by when it has to be attended to. */
  @Transactional(readOnly = true)
  public Outlook outlook(Moments moments, SignedIn who) {
    Map<UUID, String> numbers = investigations.numbers(false, who);
    if (numbers.isEmpty()) {
      return new Outlook(List.of(), List.of(), 0);
    }
    Instant until = moments.now().plus(AHEAD);
    List<DueThing> due =
        sources.stream()
            .flatMap(source -> source.due(numbers, until).stream())
            .filter(one -> one.due(moments).isBefore(until))
            .sorted(Comparator.comparing(one -> one.due(moments)))
            .toList();
    return new Outlook(due, requests.unanswered(numbers), numbers.size());
  }

  /** What is open and due before the end of the reader's week, earliest first. */
  @Transactional(readOnly = true)
  public List<DueThing> thisWeek(Moments moments, SignedIn who) {
    return outlook(moments, who).thisWeek(moments);
  }
}
