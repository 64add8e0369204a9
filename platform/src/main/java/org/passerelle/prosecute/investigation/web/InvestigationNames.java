package org.passerelle.prosecute.investigation.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Timeline;

/** Colleagues whose names a page shows. Pure functions. */
final class InvestigationNames {
  private InvestigationNames() {}

  static List<UUID> of(List<InvestigationTeam.Line> members, List<Timeline.Line> lines) {
    return Stream.concat(
            members.stream().map(InvestigationTeam.Line::user),
            lines.stream().map(Timeline.Line::user).filter(Objects::nonNull))
        .distinct()
        .toList();
  }
}
