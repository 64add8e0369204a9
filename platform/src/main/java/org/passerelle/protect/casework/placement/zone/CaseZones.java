package org.passerelle.protect.casework.placement.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.springframework.stereotype.Component;

/** Proposes zones from the case itself: places of exploitation, and suspects around the person. */
@Component
class CaseZones implements ZoneSource {
  private static final int LONGEST = 200;
  private final Episodes episodes;
  private final Relations relations;

  CaseZones(Episodes episodes, Relations relations) {
    this.episodes = episodes;
    this.relations = relations;
  }

  @Override
  public List<Proposed> of(Case file, SignedIn who) {
    List<Proposed> proposed = new ArrayList<>();
    for (Episodes.Episode episode : episodes.of(file.id(), who)) {
      String places = episode.details().places().strip();
      if (!places.isEmpty()) {
        proposed.add(new Proposed("exploitation", "episode", episode.id(), cut(places)));
      }
    }
    for (Relations.Around around : relations.around(file)) {
      UUID person = around.person();
      if (around.role().equals("suspect")) {
        proposed.add(new Proposed("residence", "person", person, ""));
      } else if (around.suspected()) {
        proposed.add(new Proposed("relative", "person", person, ""));
      }
    }
    return proposed;
  }

  private static String cut(String places) {
    return places.codePointCount(0, places.length()) <= LONGEST
        ? places
        : places.substring(0, places.offsetByCodePoints(0, LONGEST));
  }
}
