package org.passerelle.prosecute.home;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.Investigations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs out in the investigations on whose team the reader is. */
@Service
public class ProsecutionDues {
  private final Investigations investigations;
  private final List<DueSource> sources;

  ProsecutionDues(Investigations investigations, List<DueSource> sources) {
    this.investigations = investigations;
    this.sources = List.copyOf(sources);
  }

  /** What is open and due before the end of the reader's week, earliest first. */
  @Transactional(readOnly = true)
  public List<DueThing> thisWeek(Moments moments, SignedIn who) {
    Map<UUID, String> numbers = investigations.numbers(false, who);
    return numbers.isEmpty()
        ? List.of()
        : sources.stream()
            .flatMap(source -> source.due(numbers, moments.week()).stream())
            .filter(due -> due.due(moments).isBefore(moments.week()))
            .sorted(Comparator.comparing(due -> due.due(moments)))
            .toList();
  }
}
