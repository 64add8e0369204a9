package org.passerelle.protect.casework.due;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.cases.due.DerivedCaseColumns;
import org.passerelle.protect.casework.cases.due.DerivedCaseData;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stores due items as reported by their sources; runs after the urgency of cases, which sources may
 * use.
 */
@Component
@Order(20)
class DueKeeper implements DerivedCaseData {
  private final List<DueSource> sources;
  private final DueRows rows;
  private final DerivedCaseColumns columns;
  private final Reader reader;

  DueKeeper(List<DueSource> sources, DueRows rows, DerivedCaseColumns columns, Reader reader) {
    this.sources = List.copyOf(sources);
    this.rows = rows;
    this.columns = columns;
    this.reader = reader;
  }

  @Override
  public int keep(Collection<UUID> cases) {
    Map<UUID, UUID> there = columns.organisations(cases);
    Set<Due> wanted = wanted(there);
    Set<Due> had = rows.of(there.keySet());
    Set<Due> gone = new HashSet<>(had);
    gone.removeAll(wanted);
    Set<Due> more = new HashSet<>(wanted);
    more.removeAll(had);
    rows.remove(gone);
    rows.add(more, there);
    Map<UUID, @Nullable Instant> earliest = new HashMap<>();
    gone.forEach(one -> earliest.put(one.caseId(), null));
    more.forEach(one -> earliest.put(one.caseId(), null));
    for (Due one : wanted) {
      if (earliest.containsKey(one.caseId())) {
        earliest.merge(one.caseId(), one.at(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    columns.nextDue(earliest);
    return gone.size() + more.size();
  }

  private Set<Due> wanted(Map<UUID, UUID> there) {
    Map<UUID, ZoneId> zones = new HashMap<>();
    Set<Due> wanted = new HashSet<>();
    for (DueSource source : sources) {
      for (Due one : source.of(there.keySet())) {
        UUID organisation = there.get(one.caseId());
        if (organisation != null) {
          wanted.add(one.in(zones.computeIfAbsent(organisation, o -> reader.of(o).zone())));
        }
      }
    }
    return wanted;
  }
}
